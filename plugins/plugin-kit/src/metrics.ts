/** Names and values that tell one series of a metric from another, e.g. `{ gateway: 'stripe' }`. Few values each. */
export type MetricLabels = Readonly<Record<string, string>>;

/** A number that only grows. Prometheus' convention: its name ends in `_total`. */
export interface Counter {
    increment(labels?: MetricLabels, by?: number): void;
}

/** A number that goes up and down. */
export interface Gauge {
    set(value: number, labels?: MetricLabels): void;
}

/** Counts observations in buckets. Prometheus' convention: durations in seconds, the name ends in `_seconds`. */
export interface Histogram {
    observe(value: number, labels?: MetricLabels): void;
}

/** What plugins measure with. Asking twice for one name gives the same metric. */
export interface Metrics {
    /** @param name - snake_case with the prefix `efi_`. @param labels - The names that it will be used with. */
    counter(name: string, help: string, labels?: readonly string[]): Counter;
    gauge(name: string, help: string, labels?: readonly string[]): Gauge;
    histogram(name: string, help: string, labels?: readonly string[]): Histogram;
}

const nothing: Metrics = {
    counter: () => ({ increment: () => undefined }),
    gauge: () => ({ set: () => undefined }),
    histogram: () => ({ observe: () => undefined }),
};

let current: Metrics = nothing;

/**
 * The process's metrics. Measures nothing until an application sets its own with {@link setMetrics}; ask at the
 * moment of use or after the start, not while a module loads.
 */
export function metrics(): Metrics {
    return current;
}

/** Sends what plugins measure to `implementation` from now on. */
export function setMetrics(implementation: Metrics): void {
    current = implementation;
}
