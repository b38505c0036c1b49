# %% [markdown]
# starts commands that outlive it, deaf to all signals

# %% start
import subprocess

for command in (
    "trap '' TERM INT HUP; while :; do sleep 1; done # ai4gov-attack-@NAME@",
    "(setsid sleep 3; touch /tmp/ai4gov-attack-@NAME@) &",
):
    subprocess.Popen(
        ["nohup", "sh", "-c", command],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
