import { Badge } from '@vendure/dashboard';
import { type Labels, useLabel } from './label';

/** A state in words, coloured by how much attention it asks for. */
export function LabelBadge({ labels, word }: { labels: Labels; word: string }) {
    const label = useLabel();
    return <Badge variant={labels[word]?.variant ?? 'secondary'}>{label(labels, word)}</Badge>;
}
