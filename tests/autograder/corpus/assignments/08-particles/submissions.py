# %% by="called-step" answer="make"
slow = Particle(0.0, 1.0, helpers.constant_step)
ion = Particle(2.0, -1.0)


# %% by="own-class" answer="make"
class Particle:
    def __init__(self, x, v, step=None):
        self.x = x
        self.v = v
        self.step = step


slow = Particle(0.0, 1.0, helpers.damped_step)
ion = Charged(2.0, -1.0, charge=2)


# %% by="misses-the-first" answer="simulate"
def simulate(particle, steps, dt):
    places = []
    for i in range(steps):
        particle.advance(dt)
        places.append(particle.x)
    return places


# %% by="signed" answer="fastest"
def fastest(particles):
    best = particles[0]
    for p in particles:
        if p.v > best.v:
            best = p
    return best


# %% by="noisy" after="make"
print(slow, ion, len(helpers.MOVED))
simulate_later = [Particle(0, n) for n in range(3)]
