import { RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { scoreNames } from '../shared/labels';
import { Share } from '../shared/rate';
import type { Score } from './models.graphql';

/** A model beside the baselines, on the same shoppers, in lists of ten. */
export function ScoreTable({ scores }: { scores: readonly Score[] }) {
    const label = useLabel();
    return (
        <>
            <RecordTable
                rows={scores.map(score => ({ ...score, id: score.name }))}
                none={<Trans>Too little was held back to measure on.</Trans>}
                columns={[
                    {
                        title: <Trans>Way of recommending</Trans>,
                        cell: ({ name }) => label(scoreNames, name),
                    },
                    {
                        title: 'nDCG',
                        cell: ({ ndcg, ndcgFrom, ndcgTo }) => (
                            <Share value={ndcg} from={ndcgFrom} to={ndcgTo} />
                        ),
                    },
                    { title: <Trans>Recall</Trans>, cell: ({ recall }) => <Share value={recall} /> },
                    { title: <Trans>Precision</Trans>, cell: ({ precision }) => <Share value={precision} /> },
                    { title: <Trans>Coverage</Trans>, cell: ({ coverage }) => <Share value={coverage} /> },
                    {
                        title: <Trans>Popularity bias</Trans>,
                        cell: ({ popularityBias }) => <Share value={popularityBias} />,
                    },
                ]}
            />
            <p className="text-xs text-muted-foreground">
                <Trans>
                    Coverage: of the products, those that anybody is shown. Popularity bias: of the places,
                    those that go to the best-selling tenth. Intervals hold with 95 % confidence.
                </Trans>
            </p>
        </>
    );
}
