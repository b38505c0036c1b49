# %% [markdown]
# writes large files

# %% end
written = 0
try:
    for number in range(30):
        with open(f"big{number}", "wb") as file:
            for _ in range(30):
                written += file.write(b"x" * 1_000_000)
except OSError as error:
    print(error)
print("DISK BEYOND THE BOUND" if written > 300_000_000 else "bounded", written)
