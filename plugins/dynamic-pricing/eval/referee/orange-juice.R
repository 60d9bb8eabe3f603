# Elasticities of orangeJuice by lme4 (REML), brand by brand, with a level and a slope per store: the independent mixed
# model that `npm run eval` compares with.
#
#     Rscript orange-juice.R > orange-juice.json
suppressMessages({
    library(bayesm)
    library(lme4)
    library(jsonlite)
})

data(orangeJuice)
rows <- orangeJuice$yx
first <- min(rows$week)
last <- max(rows$week)
rows$price <- as.matrix(rows[, paste0("price", 1:11)])[cbind(seq_len(nrow(rows)), rows$brand)]
rows$trend <- (rows$week - (first + last) / 2) / 52
for (harmonic in 1:2) {
    rows[[paste0("sin", harmonic)]] <- sin(2 * pi * harmonic * rows$week / 52)
    rows[[paste0("cos", harmonic)]] <- cos(2 * pi * harmonic * rows$week / 52)
}

brands <- lapply(sort(unique(rows$brand)), function(brand) {
    own <- rows[rows$brand == brand, ]
    own$x <- log(own$price) - ave(log(own$price), own$store)
    fit <- lmer(logmove ~ x + deal + feat + trend + sin1 + cos1 + sin2 + cos2 + (x || store), own,
        control = lmerControl(optimizer = "bobyqa"))
    error <- sqrt(vcov(fit)[2, 2])
    slope <- fixef(fit)[["x"]]
    list(brand = brand, slope = slope, low = slope - 1.96 * error, high = slope + 1.96 * error,
        between = as.data.frame(VarCorr(fit))$sdcor[2], noise = sigma(fit),
        stores = as.list(setNames(coef(fit)$store[, "x"], rownames(coef(fit)$store))))
})
cat(toJSON(list(
    by = paste0("lme4 ", packageVersion("lme4"), ", bayesm ", packageVersion("bayesm")),
    brands = brands
), auto_unbox = TRUE, digits = 4), "\n")
