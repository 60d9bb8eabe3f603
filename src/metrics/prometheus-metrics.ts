import type { Counter, Gauge, Histogram, MetricLabels, Metrics } from '@efi/plugin-kit';
import * as prometheus from 'prom-client';

/** From 5 ms, a query, to 2 minutes, a provider's long list. In seconds. */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

/**
 * What plugins measure, kept for Prometheus to fetch. A metric that is asked for again, by whichever plugin, is the
 * one of the first time.
 */
export class PrometheusMetrics implements Metrics {
    private readonly registry = new prometheus.Registry();
    private readonly counters = new Map<string, Counter>();
    private readonly gauges = new Map<string, Gauge>();
    private readonly histograms = new Map<string, Histogram>();

    /** @param process - Label of all metrics, such as `server` or `worker`. */
    constructor(process: string) {
        this.registry.setDefaultLabels({ process });
        prometheus.collectDefaultMetrics({ register: this.registry });
    }

    counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
        return remembered(this.counters, name, () => {
            const counter = new prometheus.Counter({ name, help, labelNames, registers: [this.registry] });
            return { increment: (labels: MetricLabels = {}, by = 1) => counter.inc({ ...labels }, by) };
        });
    }

    gauge(name: string, help: string, labelNames: readonly string[] = []): Gauge {
        return remembered(this.gauges, name, () => {
            const gauge = new prometheus.Gauge({ name, help, labelNames, registers: [this.registry] });
            return { set: (value: number, labels: MetricLabels = {}) => gauge.set({ ...labels }, value) };
        });
    }

    histogram(name: string, help: string, labelNames: readonly string[] = []): Histogram {
        return remembered(this.histograms, name, () => {
            const histogram = new prometheus.Histogram({
                name,
                help,
                labelNames,
                buckets: DURATION_BUCKETS,
                registers: [this.registry],
            });
            return {
                observe: (value: number, labels: MetricLabels = {}) =>
                    histogram.observe({ ...labels }, value),
            };
        });
    }

    get contentType(): string {
        return this.registry.contentType;
    }

    /** All metrics in Prometheus' text format. */
    exposition(): Promise<string> {
        return this.registry.metrics();
    }
}

function remembered<T>(known: Map<string, T>, name: string, make: () => T): T {
    const metric = known.get(name) ?? make();
    known.set(name, metric);
    return metric;
}
