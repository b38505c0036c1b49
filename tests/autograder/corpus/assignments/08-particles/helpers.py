"""Particles that move, and the steps that move them."""

MOVED = []


class Particle:
    def __init__(self, x, v, step=None):
        self.x, self.v, self.step = x, v, step

    def advance(self, dt):
        (self.step or constant_step)(self, dt)
        MOVED.append(self)

    def __repr__(self):
        return f"Particle({self.x}, {self.v})"


class Charged(Particle):
    def __init__(self, x, v, charge=1):
        super().__init__(x, v)
        self.charge = charge


def constant_step(particle, dt):
    particle.x += particle.v * dt


def damped_step(particle, dt):
    particle.x += particle.v * dt
    particle.v *= 0.5
