"""Fits the same models with scikit-learn, on data that both sides draw from the same generator.

    python3 reference.py ionosphere.arff > reference.json

ionosphere.arff is in Debian's package weka (/usr/share/doc/weka/examples).
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier, IsolationForest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

ROWS, FEATURES, SEED = 8000, 6, 42
RIDGE, POSITIVE_WEIGHT = 2.0, 3.0


def mulberry32(seed):
    """The generator that both sides draw from."""
    mask, state = 0xFFFFFFFF, seed & 0xFFFFFFFF
    while True:
        state = (state + 0x6D2B79F5) & mask
        t = ((state ^ (state >> 15)) * (1 | state)) & mask
        t = ((t + (((t ^ (t >> 7)) * (61 | t)) & mask)) & mask) ^ t
        yield ((t ^ (t >> 14)) & mask) / 4294967296


def labelled(seed):
    """Only plain arithmetic, so that both sides get the same bits. A tenth of the third feature is not known."""
    draw = mulberry32(seed)
    rows, labels = [], []
    for _ in range(ROWS):
        x = [next(draw) * next(draw) * 20 for _ in range(FEATURES)]
        odd = x[0] > 4 and x[1] < 3
        chance = 0.02 + 0.02 * x[3] + (0.4 if odd else 0)
        if next(draw) < 0.1:
            x[2] = float("nan")
            chance += 0.1
        labels.append(1 if next(draw) < chance else 0)
        rows.append(x)
    return np.array(rows), np.array(labels)


def unlabelled(seed):
    """Heaps around 0, and one row in twenty from anywhere."""
    draw = mulberry32(seed)
    rows, labels = [], []
    for row in range(1000):
        odd = row % 20 == 0
        rows.append(
            [(next(draw) * 4 - 2 if odd else next(draw) + next(draw) + next(draw) - 1.5) for _ in range(5)]
        )
        labels.append(1 if odd else 0)
    return np.array(rows), np.array(labels)


def logistic(X, y):
    dampened = np.sign(X) * np.log1p(np.abs(X))
    mean, deviation = np.nanmean(dampened, axis=0), np.nanstd(dampened, axis=0)
    missing = np.isnan(X[:, [2]]).astype(float)
    design = np.hstack([np.nan_to_num((dampened - mean) / deviation), missing])
    model = LogisticRegression(C=1 / RIDGE, class_weight={0: 1, 1: POSITIVE_WEIGHT}, tol=1e-12, max_iter=10000)
    model.fit(design, y)
    return {"intercept": model.intercept_[0], "weights": model.coef_[0, :FEATURES].tolist(), "missing": model.coef_[0, -1]}


def forest_auc(X, y, seeds=20):
    aucs = [
        roc_auc_score(y, -IsolationForest(n_estimators=100, random_state=seed).fit(X).score_samples(X))
        for seed in range(seeds)
    ]
    return {"mean": float(np.mean(aucs)), "min": min(aucs), "max": max(aucs)}


def ionosphere(path):
    rows = [line.split(",") for line in open(path) if line.strip() and line[0] not in "@%"]
    X = np.array([[float(value) for value in row[:-1]] for row in rows])
    return {"rows": len(rows), **forest_auc(X, np.array([row[-1].strip() == "b" for row in rows]))}


X, y = labelled(SEED)
half = ROWS // 2
trees = HistGradientBoostingClassifier(
    max_iter=60, learning_rate=0.1, max_depth=4, max_bins=64, min_samples_leaf=20, l2_regularization=1, early_stopping=False
).fit(X[:half], y[:half])
said = trees.predict_proba(X[half:])[:, 1]
print(
    json.dumps(
        {
            "scikitLearn": sklearn.__version__,
            "seed": SEED,
            "rows": ROWS,
            "firstRow": X[0].tolist(),
            "frauds": int(y.sum()),
            "logistic": {"ridge": RIDGE, "positiveWeight": POSITIVE_WEIGHT, **logistic(X, y)},
            "trees": {"auc": roc_auc_score(y[half:], said), "prAuc": average_precision_score(y[half:], said)},
            "metrics": {
                "score": [round(float(value), 2) for value in said[:300]],
                "auc": roc_auc_score(y[half : half + 300], np.round(said[:300], 2)),
                "prAuc": average_precision_score(y[half : half + 300], np.round(said[:300], 2)),
                "brier": brier_score_loss(y[half : half + 300], np.round(said[:300], 2)),
            },
            "forest": forest_auc(*unlabelled(SEED)),
            "ionosphere": ionosphere(sys.argv[1]),
        },
        indent=4,
    )
)
