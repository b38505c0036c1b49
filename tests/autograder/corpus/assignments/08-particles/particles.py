# %% setup="imports"
import helpers
from helpers import Charged, Particle

# %% answer="make"
### BEGIN SOLUTION
slow = Particle(0.0, 1.0, helpers.damped_step)
ion = Charged(2.0, -1.0, charge=2)
### END SOLUTION

# %% test="make-class" points=1
assert isinstance(slow, Particle)
assert isinstance(ion, Charged) and isinstance(ion, helpers.Particle)
assert type(slow) == Particle

# %% test="make-fields" points=1
assert (slow.x, slow.v) == (0.0, 1.0)
assert ion.charge == 2

# %% test="make-step" points=1
assert slow.step == helpers.damped_step
assert ion.step is None


# %% answer="simulate"
def simulate(particle, steps, dt):
    """Advance the particle, and return the places where it was, the first one included."""
    ### BEGIN SOLUTION
    places = [particle.x]
    for _ in range(steps):
        particle.advance(dt)
        places.append(particle.x)
    return places
    ### END SOLUTION


# %% test="simulate-own" points=2
mine = Particle(1.0, 2.0)
assert simulate(mine, 3, 0.5) == [1.0, 2.0, 3.0, 4.0]
assert mine.x == 4.0

# %% test="simulate-damped" points=1
damped = Particle(0.0, 8.0, helpers.damped_step)
assert simulate(damped, 3, 1.0) == [0.0, 8.0, 12.0, 14.0]
assert damped.v == 1.0


# %% answer="fastest"
def fastest(particles):
    """The particle that moves fastest, in whatever direction."""
    ### BEGIN SOLUTION
    return max(particles, key=lambda particle: abs(particle.v))
    ### END SOLUTION


# %% test="fastest-test" points=1
some = [Particle(0, 1), Charged(0, -5), Particle(3, 2)]
assert fastest(some) is some[1]
assert fastest(some[:1]) is some[0]
