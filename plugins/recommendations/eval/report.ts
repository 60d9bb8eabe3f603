import { Estimate } from '../src/domain/evaluation/metrics';
import { Result } from './protocol';

/** A Markdown table per scope. */
export function table(result: Result): string {
    const scopes = result.models[0]!.evaluations.map(({ scope }) => scope);
    const heading = `## ${result.data}, cut ${result.cut.slice(0, 16).replace('T', ' ')}

${result.acts.toLocaleString('en')} acts before it, ${result.people.toLocaleString('en')} people on both sides. ${result.attribution}.`;
    return [heading, ...scopes.map((scope, at) => scopeTable(result, scope, at))].join('\n\n');
}

function scopeTable(result: Result, scope: string, at: number): string {
    const rows = result.models.map(({ name, trainedInSeconds, artefactBytes, evaluations }) => {
        const { precision, recall, ndcg, coverage, novelty } = evaluations[at]!;
        return [
            name,
            precision.mean.toFixed(3),
            interval(recall),
            interval(ndcg),
            `${(100 * coverage).toFixed(1)} %`,
            novelty.toFixed(1),
            trainedInSeconds.toFixed(1),
            (artefactBytes / 1e6).toFixed(1),
        ].join(' | ');
    });
    return [
        `### ${scope}, ${result.models[0]!.evaluations[at]!.people.toLocaleString('en')} people`,
        '',
        '| model | precision@10 | recall@10 | nDCG@10 | coverage | novelty, bits | trained in s | MB |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        ...rows.map(row => `| ${row} |`),
    ].join('\n');
}

function interval({ mean, low, high }: Estimate): string {
    return `${mean.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
}
