# %% [markdown]
# tells of written files whose names are too long for any disk

# %% end parts="lying-files"
wide = ("\u5b57" * 96, "\U0001f600" * 96, "a" * 100, "a" * 300, "\u5b57" * 90)
lie([name + ".csv" for name in wide] + ["/".join([wide[0]] * 3) + "/x.csv", "x." + "csv" * 90])
