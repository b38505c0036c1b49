# %% by="decimal-point" answer="read"
weather = pd.read_csv("weather.csv", sep=";", index_col=0, parse_dates=True)

# %% by="all-means" answer="daily"
daily = weather.groupby(weather.index.day).mean()


# %% by="text-for-time" answer="warmest"
def warmest_hour(frame):
    return str(frame.sort_values("temperature").index[-1])


# %% by="backward-window" answer="smooth"
def smooth(series, hours):
    return series.rolling(hours).mean()


# %% by="noisy" after="read"
weather.head()
weather.plot(subplots=True)
weather["temperture"]
