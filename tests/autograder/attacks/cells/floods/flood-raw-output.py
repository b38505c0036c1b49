# %% [markdown]
# lets a command print without end

# %% end
import subprocess

subprocess.run(["sh", "-c", "yes xxxxxxxxxxxxxxxxxxxxxxxxxxx"])
