import { useLabel } from '@efi/plugin-kit/dashboard';
import { Badge } from '@vendure/dashboard';
import { actions } from '../shared/labels';
import type { Rule } from './rules.graphql';

/** A rule in a few words, such as "Boost ×2". */
export function RuleBadge({ rule: { action, amount } }: { rule: Pick<Rule, 'action' | 'amount'> }) {
    const label = useLabel();
    return (
        <Badge variant={actions[action]?.variant ?? 'secondary'}>
            {label(actions, action)} {amountOf(action, amount)}
        </Badge>
    );
}

function amountOf(action: string, amount: number): string {
    switch (action) {
        case 'PIN':
            return `#${amount}`;
        case 'BOOST':
        case 'MARGIN':
            return `×${amount}`;
        case 'DIVERSIFY':
            return `≤ ${amount}`;
        default:
            return '';
    }
}
