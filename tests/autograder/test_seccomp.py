"""The seccomp filter, run as the kernel runs it, and its table, compared with the kernel's."""

import os
import platform
import re
import socket
import struct
from pathlib import Path

import pytest

from autograder.errors import ConfinementError
from autograder.linux import seccomp, syscalls
from autograder.linux.seccomp import system_call_filter
from tests.system import unavailable


def test_a_machine_without_a_filter_is_refused():
    with pytest.raises(ConfinementError, match="no filter for riscv64"):
        system_call_filter("riscv64")


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_a_filter_is_whole_instructions_with_jumps_inside_it(machine):
    """An instruction has eight bytes, and the kernel refuses a jump past the end."""
    program = system_call_filter(machine)
    assert len(program) % 8 == 0
    count = len(program) // 8
    for index in range(count):
        operation, if_true, if_false = (
            program[index * 8],
            program[index * 8 + 2],
            program[index * 8 + 3],
        )
        if operation & 0x07 == 0x05:
            assert index + 1 + max(if_true, if_false) < count
        if operation == 0x05:
            assert index + 1 + struct.unpack_from("<I", program, 8 * index + 4)[0] < count
    assert program[-8] == 0x06


KINDS = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
GO_ON, NOT_PERMITTED, NO_SUCH_CALL, ENDED = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000


def answered(machine: str, number: int, *arguments: int, kind: int | None = None) -> int:
    """What the filter returns for a call, when its instructions run as the kernel runs them."""
    program = system_call_filter(machine)
    padded = (*arguments, *[0] * (6 - len(arguments)))
    call = struct.pack("<IIQ6Q", number, KINDS[machine] if kind is None else kind, 0, *padded)
    place = held = 0
    while True:
        operation, if_true, if_false, value = struct.unpack_from("<HBBI", program, 8 * place)
        place += 1
        if operation == 0x06:
            return value
        if operation == 0x20:
            (held,) = struct.unpack_from("<I", call, value)
        elif operation == 0x54:
            held &= value
        elif operation == 0x05:
            place += value
        else:
            true = {0x15: held == value, 0x45: held & value, 0x35: held >= value}[operation]
            place += if_true if true else if_false


MACHINES = pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
# From the kernel's own headers.
CALLS = {
    "x86_64": {
        "read": 0,
        "mmap": 9,
        "socket": 41,
        "clone": 56,
        "fcntl": 72,
        "prctl": 157,
        "clone3": 435,
    },
    "aarch64": {
        "read": 63,
        "mmap": 222,
        "socket": 198,
        "clone": 220,
        "fcntl": 25,
        "prctl": 167,
        "clone3": 435,
    },
}


@MACHINES
def test_calls_of_another_kind_end_the_process(machine):
    """With another calling convention, the same number is another call."""
    for other in {0x40000003, 0x40000028, *KINDS.values()} - {KINDS[machine]}:
        assert answered(machine, CALLS[machine]["read"], kind=other) == ENDED
    assert answered(machine, 0x40000000 + 520) == ENDED
    assert answered(machine, CALLS[machine]["read"]) == GO_ON


@MACHINES
def test_no_call_makes_a_namespace(machine):
    calls = CALLS[machine]
    for space in (0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000):
        assert answered(machine, calls["clone"], space | 17) == NOT_PERMITTED
    # The flags for a thread, and for a process.
    assert answered(machine, calls["clone"], 0x3D0F00) == GO_ON
    assert answered(machine, calls["clone"], 0x1200011) == GO_ON
    assert answered(machine, calls["clone3"]) == NO_SUCH_CALL


@MACHINES
def test_some_calls_are_refused_by_their_arguments(machine):
    calls = CALLS[machine]
    for family in range(46):
        expected = GO_ON if family == socket.AF_UNIX else NOT_PERMITTED
        assert answered(machine, calls["socket"], family, 1) == expected
    for flags, expected in (
        (0x21, NOT_PERMITTED), (0x8021, NOT_PERMITTED), (0x22, GO_ON), (0x01, GO_ON), (0x02, GO_ON),
    ):  # fmt: skip
        assert answered(machine, calls["mmap"], 0, 4096, 3, flags) == expected
    # F_SETLEASE and F_NOTIFY; and what programs need: F_DUPFD, F_SETFD, F_SETLK and others.
    for command in (1024, 1026):
        assert answered(machine, calls["fcntl"], 3, command) == NOT_PERMITTED
    for command in (0, 2, 6, 1030, 1031):
        assert answered(machine, calls["fcntl"], 3, command) == GO_ON
    # PR_SET_PDEATHSIG, which a box must keep; and PR_SET_NAME.
    assert answered(machine, calls["prctl"], 1, 0) == NOT_PERMITTED
    assert answered(machine, calls["prctl"], 15, 0) == GO_ON


HARMFUL = re.findall(
    r"\w+",
    """
ptrace process_vm_readv process_vm_writev process_madvise pidfd_getfd kcmp mount umount2 pivot_root
chroot open_tree move_mount fsopen fsconfig fsmount fspick mount_setattr unshare setns bpf
perf_event_open userfaultfd io_uring_setup io_uring_enter io_uring_register add_key request_key
keyctl open_by_handle_at name_to_handle_at memfd_create memfd_secret shmget shmat semget msgget
mq_open kexec_load kexec_file_load init_module finit_module delete_module reboot swapon swapoff acct
quotactl quotactl_fd settimeofday clock_settime adjtimex clock_adjtime sethostname setdomainname
syslog personality fanotify_init lookup_dcookie setxattr fsetxattr lsetxattr setxattrat vmsplice
open_tree_attr
""",
)
HEADERS = {
    "x86_64": "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "aarch64": "/usr/include/asm-generic/unistd.h",
}


def kernel_numbers(machine: str) -> dict[str, int]:
    """The numbers of system calls in the kernel's own headers."""
    if not os.path.exists(HEADERS[machine]):
        reason = f"this machine has no {HEADERS[machine]} (Debian: linux-libc-dev)"
        # On other machines the package does not have those of x86_64.
        unavailable(reason) if platform.machine() == "x86_64" else pytest.skip(reason)
    text = Path(HEADERS[machine]).read_text()
    defined = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text)
    numbers = {name: int(number) for name, number in defined}
    # 64-bit machines use another name for this call.
    if "fstatat" in numbers:
        numbers["newfstatat"] = numbers["fstatat"]
    return numbers


@MACHINES
def test_calls_that_only_harm_needs_are_refused_by_the_kernel_s_own_numbers(machine):
    headers = kernel_numbers(machine)
    # A header may be older than the newest calls.
    known = [name for name in HARMFUL if name in headers]
    assert len(known) > len(HARMFUL) - 5
    for name in known:
        assert answered(machine, headers[name]) == NOT_PERMITTED, name
    for name in ("read", "write", "openat", "execve", "futex", "kill", "wait4", "ppoll"):
        assert answered(machine, headers[name]) == GO_ON, name


@MACHINES
def test_the_table_has_the_numbers_of_the_kernel_s_headers(machine):
    headers, calls = kernel_numbers(machine), syscalls.table()
    numbers = {
        name: call.numbers[machine] for name, call in calls.items() if machine in call.numbers
    }
    assert len(calls) > 250 and len(numbers) > 200
    wrong = {
        name: (number, headers[name])
        for name, number in numbers.items()
        if headers.get(name, number) != number
    }
    assert wrong == {}


UNKNOWN = re.findall(
    r"\w+",
    """
io_setup io_destroy io_submit io_cancel io_getevents io_pgetevents inotify_init1 inotify_add_watch
inotify_rm_watch move_pages migrate_pages set_mempolicy mbind get_mempolicy splice tee statmount
listmount mseal pidfd_open pidfd_send_signal sync syncfs remap_file_pages pkey_alloc seccomp
landlock_create_ruleset vhangup readahead cachestat process_mrelease lsm_list_modules clone3
""",
)


@MACHINES
def test_a_call_that_nobody_has_allowed_does_not_exist(machine):
    """Some use up what the whole machine shares: AIO contexts, inotify instances."""
    headers = kernel_numbers(machine)
    for name in UNKNOWN:
        if name in headers:
            assert answered(machine, headers[name]) == NO_SUCH_CALL, name
    # Numbers that no kernel has yet.
    for number in (*range(470, 1024), 0x3FFFFFFF):
        assert answered(machine, number) == NO_SUCH_CALL


@MACHINES
def test_setsid_makes_no_session_and_returns_0(machine):
    """The autogroup scheduler gives each session a share of the CPU: sixty would get sixty."""
    assert answered(machine, kernel_numbers(machine)["setsid"]) == 0x00050000


@MACHINES
def test_nothing_is_typed_into_a_terminal(machine):
    ioctl = kernel_numbers(machine)["ioctl"]
    for asked, expected in ((0x5412, NOT_PERMITTED), (0x541C, NOT_PERMITTED), (0x5401, GO_ON)):
        assert answered(machine, ioctl, 1, asked) == expected


def test_every_call_that_the_table_has_inspected_has_a_rule():
    calls = syscalls.table().values()
    inspected = {call.name for call in calls if call.action is syscalls.Action.INSPECT}
    assert inspected == set(seccomp._inspections())
    assert inspected >= {"clone", "socket", "mmap", "prctl"}


def test_a_table_gives_each_call_its_numbers_and_its_action():
    calls = syscalls.parse("# A comment.\n\nopen 2 - allow\nmount 165 40 refuse  # Harmful.\n")
    assert {name: (call.numbers, call.action.value) for name, call in calls.items()} == {
        "open": ({"x86_64": 2}, "allow"),
        "mount": ({"x86_64": 165, "aarch64": 40}, "refuse"),
    }


@pytest.mark.parametrize(
    "line",
    [
        "write 1 64 permit",
        "write 1 allow",
        "write 1 64 64 allow",
        "write one 64 allow",
        "write -1 64 allow",
        "write",
        "read 1 64 allow",
        "write 0 64 allow",
        "write 1 63 allow",
    ],
)
def test_a_table_with_a_line_that_is_wrong_or_not_new_is_refused_by_that_line(line):
    with pytest.raises(ValueError, match=r"^line 2 of the table of system calls: "):
        syscalls.parse(f"read 0 63 allow\n{line}\n")
