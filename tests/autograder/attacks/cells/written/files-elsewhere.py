# %% [markdown]
# tells of written files that would lie elsewhere

# %% end parts="lying-files"
tops = ("../", "../../", "/tmp/", "@COURSE@/", "a/../../", "./", "//", "~/", "C:\\", "..\\")
lie([top + "ai4gov-attack-@NAME@.txt" for top in tops] + ["", "/", ".", "..", "a//b.csv"])
