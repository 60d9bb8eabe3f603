import { BrandAgreement } from './agreement';
import { Halves } from './halves';
import { Comparison, Estimate } from './out-of-sample';
import { Told } from './what-can-be-told';

export function comparisonTable(title: string, { members, weeks, errors }: Comparison): string {
    return [
        `### ${title}: ${members.toLocaleString('en')} members, ${weeks} later weeks`,
        '',
        '| model | error, log units | behind the hierarchical one |',
        '| --- | --- | --- |',
        ...errors.map(({ name, error, behind }) => {
            return `| ${name} | ${interval(error, 3)} | ${name === 'hierarchical' ? '' : interval(behind, 4)} |`;
        }),
        '',
    ].join('\n');
}

export function agreementTable(by: string, brands: readonly BrandAgreement[]): string {
    return [
        `### Slopes beside an independent mixed model (${by})`,
        '',
        '| brand | here | referee | stores | of the same sign | within the interval | greatest difference |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        ...brands.map(({ brand, slope, low, high, referee, ...rest }) => {
            const [here, theirs] = [
                interval({ mean: slope, low, high }, 3),
                interval({ ...referee, mean: referee.slope }, 3),
            ];
            const { stores, storesOfSameSign, storesWithin, greatestDifference } = rest;
            return `| ${[brand, here, theirs, stores, storesOfSameSign, storesWithin, greatestDifference.toFixed(4)].join(' | ')} |`;
        }),
        '',
    ].join('\n');
}

export function toldTable(title: string, { items, answers, quartiles, signOpen }: Told): string {
    return [
        `### ${title}: ${items.toLocaleString('en')} items`,
        '',
        '| answer | items | share |',
        '| --- | --- | --- |',
        ...answers.map(
            ([answer, count]) => `| ${answer} | ${count} | ${((100 * count) / items).toFixed(1)} % |`,
        ),
        '',
        quartiles.length
            ? `Slopes from own weeks: quartiles ${quartiles.map(value => value.toFixed(2)).join(', ')}; the interval of ${signOpen} holds 0.`
            : 'No slope from own weeks.',
        '',
    ].join('\n');
}

export function halvesText(title: string, { members, agree }: Halves): string {
    return `### ${title}: earlier and later half of the weeks

Slopes agree within their 95 % intervals for ${(100 * agree).toFixed(1)} % of ${members} members.
`;
}

function interval({ mean, low, high }: Estimate, digits: number): string {
    return `${mean.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}
