import type { Estimate } from '../src/domain/models/bootstrap';
import type { GroupRate } from '../src/domain/models/fairness';
import type { Performance } from '../src/domain/models/model-card';
import type { Experiment } from './experiment';
import type { IonosphereResult } from './ionosphere';

/** One world's results as Markdown tables. */
export function report(experiment: Experiment): string {
    const { settings, card, promotion, kinds } = experiment;
    const unseen = settings.unseen ? `${settings.unseen} unseen before` : 'every kind seen';
    return [
        `## Seed ${settings.seed}, ${unseen}`,
        '',
        `Trained on ${count(card.attempts)} attempts (${count(card.frauds)} reported as fraud) of ${date(card.from)} to ${date(card.to)}, measured on ${count(card.measured.attempts)} (${count(card.measured.frauds)} frauds) of ${date(card.measured.from)} to ${date(card.measured.to)}. Supervised: ${card.supervised}. One score takes ${experiment.microsecondsPerScore.toFixed(0)} µs.`,
        '',
        ...table(
            ['', 'PR-AUC', 'recall at 1 % FP', 'Brier', 'calibration error'],
            [
                ['chance', plain(card.chance.prAuc), plain(card.chance.recallAt1), '', ''],
                performance('rules alone', card.rulesAlone),
                performance('anomaly alone', experiment.anomalyAlone),
                performance('supervised alone', experiment.supervisedAlone),
                performance('all together', card.model),
            ],
        ),
        '',
        `Promotion: ${promotion.promote ? 'yes' : 'no'}. ${promotion.reason}`,
        '',
        ...table(
            ['caught at 1 % FP', 'attempts', 'all together', 'rules alone'],
            kinds.map(({ kind, attempts, seenInTraining, model, rulesAlone }) => [
                seenInTraining ? kind : `**${kind}** (never seen)`,
                count(attempts),
                interval(model),
                interval(rulesAlone),
            ]),
        ),
        '',
        ...table(
            ['probability', 'attempts', 'said', 'was'],
            card.calibration.map(({ from, to, cases, said, was }) => [
                `${percent(from)}–${percent(to)}`,
                count(cases),
                percent(said),
                percent(was),
            ]),
        ),
        '',
        ...table(
            ['good orders stopped', 'orders', 'rate', 'differs from the others'],
            [...card.fairness.byCountry, ...card.fairness.byAccountAge].map(groupRow),
        ),
        '',
        `Drift (PSI), most first: ${card.drift
            .slice(0, 5)
            .map(({ name, psi }) => `${name} ${psi.toFixed(2)}`)
            .join(', ')}.`,
        '',
    ].join('\n');
}

/** Over all worlds: the mean, and the least and the greatest of them. */
export function summary(experiments: readonly Experiment[]): string {
    const over = (of: (experiment: Experiment) => number) => {
        const values = experiments.map(of);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        return `${plain(mean)} (${plain(Math.min(...values))}–${plain(Math.max(...values))})`;
    };
    const row = (name: string, of: (experiment: Experiment) => Performance) => [
        name,
        over(experiment => of(experiment).prAuc.value),
        over(experiment => of(experiment).recallAt1.value),
        over(experiment => of(experiment).brier.value),
        over(experiment => of(experiment).calibrationError.value),
    ];
    return [
        `## All ${experiments.length} worlds: mean (least–greatest)`,
        '',
        ...table(
            ['', 'PR-AUC', 'recall at 1 % FP', 'Brier', 'calibration error'],
            [
                ['chance', over(({ card }) => card.chance.prAuc), '0.010', '', ''],
                row('rules alone', ({ card }) => card.rulesAlone),
                row('anomaly alone', of => of.anomalyAlone),
                row('supervised alone', of => of.supervisedAlone),
                row('all together', ({ card }) => card.model),
            ],
        ),
        '',
        ...table(
            ['never seen in training', 'seed', 'all together', 'rules alone'],
            experiments.flatMap(({ settings, kinds }) =>
                kinds
                    .filter(({ seenInTraining }) => !seenInTraining)
                    .map(({ kind, model, rulesAlone }) => [
                        kind,
                        String(settings.seed),
                        interval(model),
                        interval(rulesAlone),
                    ]),
            ),
        ),
        '',
    ].join('\n');
}

export function ionosphereReport({
    rows,
    mean,
    least,
    most,
    scikitLearn,
    isWithin,
}: IonosphereResult): string {
    return `Isolation forest on ionosphere (${rows} rows, 20 seeds): AUC ${plain(mean)} (${plain(least)}–${plain(most)}), scikit-learn ${plain(scikitLearn)}: ${isWithin ? 'within' : 'NOT within'} 0.01.\n`;
}

function performance(name: string, of: Performance): string[] {
    return [
        name,
        interval(of.prAuc),
        interval(of.recallAt1),
        interval(of.brier),
        interval(of.calibrationError),
    ];
}

function groupRow({ group, goodOrders, rate, from, to, differs }: GroupRate): string[] {
    const range = `${percent(rate)} (${percent(from)}–${percent(to)})`;
    return [group, count(goodOrders), range, differs ? 'yes' : 'no'];
}

function table(heading: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [line(heading), line(heading.map(() => '---')), ...rows.map(line)];
}

function interval({ value, from, to }: Estimate): string {
    return Number.isNaN(value) ? 'none' : `${plain(value)} (${plain(from)}–${plain(to)})`;
}

function plain(value: number): string {
    return value.toFixed(3);
}

function percent(share: number): string {
    return `${(100 * share).toFixed(1)} %`;
}

function count(value: number): string {
    return value.toLocaleString('en');
}

function date(iso: string): string {
    return iso.slice(0, 10);
}
