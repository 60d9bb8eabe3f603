"""Fits EASE and implicit ALS with NumPy, written from the papers and sharing nothing with the TypeScript beside it.

    python3 reference.py > reference.json
"""

import json

import numpy as np

USERS, ITEMS, ACTS = 14, 9, 70
HALF_LIFE, LAMBDA = 60.0, 2.5
FACTORS, ALPHA, ALS_LAMBDA, ITERATIONS, SEED = 4, 8.0, 0.7, 5, 42


def mulberry32(seed):
    """The generator that both sides draw the first factors from."""
    mask, state = 0xFFFFFFFF, seed & 0xFFFFFFFF
    while True:
        state = (state + 0x6D2B79F5) & mask
        t = ((state ^ (state >> 15)) * (1 | state)) & mask
        t = ((t + (((t ^ (t >> 7)) * (61 | t)) & mask)) & mask) ^ t
        yield ((t ^ (t >> 14)) & mask) / 4294967296


rng = np.random.default_rng(7)
acts = [
    [int(rng.integers(USERS)), int(min(ITEMS - 1, rng.exponential(3))), int(rng.integers(200))] for _ in range(ACTS)
]

decayed = np.zeros((USERS, ITEMS))
for user, item, age in acts:
    decayed[user, item] += 0.5 ** (age / HALF_LIFE)
X = np.sqrt(np.minimum(1, decayed))

touched = np.flatnonzero(X.sum(axis=0) > 0)
P = np.linalg.inv(X[:, touched].T @ X[:, touched] + LAMBDA * np.eye(len(touched)))
B = np.zeros((ITEMS, ITEMS))
B[np.ix_(touched, touched)] = -P / np.diag(P)
np.fill_diagonal(B, 0)

draw = mulberry32(SEED)
Y = np.array([[(next(draw) - 0.5) / FACTORS for _ in range(FACTORS)] for _ in range(ITEMS)])


def solve(R, other):
    out = np.zeros((len(R), FACTORS))
    for row, r in enumerate(R):
        if r.any():
            C = np.diag(1 + ALPHA * r)
            p = (r > 0).astype(float)
            out[row] = np.linalg.solve(other.T @ C @ other + ALS_LAMBDA * np.eye(FACTORS), other.T @ C @ p)
    return out


for _ in range(ITERATIONS):
    U = solve(X, Y)
    Y = solve(X.T, U)
U = solve(X, Y)

print(
    json.dumps(
        {
            "users": USERS,
            "items": ITEMS,
            "acts": acts,
            "halfLifeDays": HALF_LIFE,
            "ease": {"lambda": LAMBDA, "weights": B.tolist(), "scores": (X @ B).tolist()},
            "als": {
                "settings": {
                    "factors": FACTORS,
                    "alpha": ALPHA,
                    "lambda": ALS_LAMBDA,
                    "iterations": ITERATIONS,
                    "seed": SEED,
                },
                "items": Y.tolist(),
                "scores": (U @ Y.T).tolist(),
            },
        }
    )
)
