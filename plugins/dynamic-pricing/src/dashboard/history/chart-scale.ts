/** Where the lines of a scale stand: some round numbers from below the lowest to above the highest. */
export function roundTicks(low: number, high: number, about = 4): number[] {
    const span = high - low || Math.max(1, Math.abs(high) * 0.2);
    const rough = span / about;
    const magnitude = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(factor => factor * magnitude).find(size => size >= rough) ?? magnitude;
    const first = Math.floor((high === low ? low - span / 2 : low) / step) * step;
    const last = Math.ceil((high === low ? high + span / 2 : high) / step) * step;
    const count = Math.round((last - first) / step);
    return Array.from({ length: count + 1 }, (_, at) => first + at * step);
}
