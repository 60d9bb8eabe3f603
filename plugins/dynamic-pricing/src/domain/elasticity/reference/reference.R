# Fits a small family with lme4 (REML), which shares nothing with the TypeScript beside it.
#
#     Rscript reference.R > reference.json
suppressMessages({
    library(lme4)
    library(jsonlite)
})

set.seed(11)
members <- 8
weeks <- 15
rows <- do.call(rbind, lapply(seq_len(members), function(member) {
    price <- round(exp(rnorm(1, 1, 0.5)) * exp(rnorm(weeks, 0, 0.15)), 2)
    deal <- rbinom(weeks, 1, 0.3)
    level <- rnorm(1, 4, 0.8)
    slope <- rnorm(1, -2, 0.7)
    noise <- rnorm(weeks, 0, 0.25)
    units <- round(exp(level + slope * (log(price) - mean(log(price))) + 0.4 * deal + noise), 1)
    data.frame(member = member - 1, week = seq_len(weeks), price, deal, units)
}))
rows$x <- log(rows$price) - ave(log(rows$price), rows$member)

fit <- lmer(log(units) ~ x + deal + (x || member), rows,
    control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10)))
between <- as.data.frame(VarCorr(fit))$vcov[1:2]
coefficients <- coef(fit)$member

# Intervals of single members with the uncertainty of the family's slope, from the mixed model equations
# (Henderson 1975), solved densely.
X <- getME(fit, "X")
own <- outer(rows$member, seq_len(members) - 1, "==")
Z <- cbind(own, own * rows$x)
noise <- sigma(fit)^2
prior <- diag(rep(1 / between, each = members))
equations <- rbind(cbind(crossprod(X), crossprod(X, Z)), cbind(crossprod(Z, X), crossprod(Z) + noise * prior))
errors <- noise * solve(equations)
slopeVariance <- sapply(seq_len(members), function(member) {
    pick <- rep(0, nrow(errors))
    pick[2] <- 1
    pick[ncol(X) + members + member] <- 1
    drop(pick %*% errors %*% pick)
})

cat(toJSON(list(
    rows = unname(as.matrix(rows[, c("member", "week", "price", "deal", "units")])),
    fixed = unname(fixef(fit)),
    slopeVariance = vcov(fit)[2, 2],
    between = list(level = between[1], slope = between[2]),
    noise = sigma(fit),
    deviance = REMLcrit(fit),
    levels = coefficients[, "(Intercept)"],
    slopes = coefficients[, "x"],
    slopeVariances = slopeVariance
), auto_unbox = TRUE, digits = 10), "\n")
