import { existsSync } from 'node:fs';
import path from 'node:path';
import { agreement, readReferee } from './agreement';
import { halves } from './halves';
import { onlineRetailFile, readOnlineRetail } from './online-retail';
import { orangeJuiceFile, readOrangeJuice } from './orange-juice';
import { compare, Split } from './out-of-sample';
import { agreementTable, comparisonTable, halvesText, toldTable } from './report';
import { whatCanBeTold } from './what-can-be-told';
import { groupsOf, spanOf, within } from './window';

const usage = `Usage: npm run eval -w plugins/dynamic-pricing -- <data folder>

The data folder (or EFI_DATASET_DIR) holds ${orangeJuiceFile}, as in /usr/lib/R/site-library/bayesm/data of Debian's
r-cran-bayesm, and, or, ${onlineRetailFile}.`;

/** Weeks to learn from before the quarter that is predicted. */
const lengths = [16, 26, 52, Infinity];
const quarter = 13;

void main(process.argv[2] ?? process.env.EFI_DATASET_DIR).then(code => (process.exitCode = code));

async function main(folder: string | undefined): Promise<number> {
    const has = (file: string) => folder !== undefined && existsSync(path.join(folder, file));
    if (has(orangeJuiceFile)) {
        orangeJuice(folder!);
    }
    if (has(onlineRetailFile)) {
        await onlineRetail(folder!);
    }
    if (!has(orangeJuiceFile) && !has(onlineRetailFile)) {
        console.error(`No data to evaluate on.\n\n${usage}`);
        return 2;
    }
    return 0;
}

function orangeJuice(folder: string): void {
    const histories = readOrangeJuice(folder);
    const referee = readReferee();
    console.log('## Orange juice: 11 brands in 83 shops (orangeJuice of bayesm; A. Montgomery 1997)\n');
    console.log(agreementTable(referee.by, agreement(histories, referee)));
    const [first, end] = spanOf(histories);
    const families = {
        'A brand in all shops': groupsOf(histories, ({ brand }) => brand),
        'All brands of a shop': groupsOf(histories, ({ store }) => store),
    };
    for (const [name, grouped] of Object.entries(families)) {
        console.log(halvesText(name, halves(grouped)));
        for (const length of lengths) {
            const title = `${name}, learnt from ${Number.isFinite(length) ? `the ${length} weeks before` : 'all weeks before'}`;
            console.log(comparisonTable(title, compare(grouped, quarters([first, end], length))));
        }
    }
}

/** Each quarter of the later 40 % of all weeks, to be predicted from the weeks before it. */
function quarters([first, end]: readonly [number, number], length: number): Split[] {
    const from = Math.round(first + 0.6 * (end - first));
    const starts = Array.from({ length: Math.ceil((end - from) / quarter) }, (_, at) => from + at * quarter);
    return starts.map(start => ({
        train: [Math.max(first, start - length), start],
        test: [start, Math.min(end, start + quarter)],
    }));
}

async function onlineRetail(folder: string): Promise<void> {
    const histories = await readOnlineRetail(folder);
    const [first, end] = spanOf(histories);
    console.log('## Orders of a shop for gifts (Daqing Chen, Online Retail II, UCI, CC BY 4.0)\n');
    console.log(
        toldTable(
            'What can be told, all items as one family',
            whatCanBeTold(within(histories, [first, end])),
        ),
    );
    const title = 'All items as one family, learnt from all weeks before';
    console.log(comparisonTable(title, compare([histories], quarters([first, end], Infinity))));
}
