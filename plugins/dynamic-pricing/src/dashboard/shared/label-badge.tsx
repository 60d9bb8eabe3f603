import { Badge } from '@vendure/dashboard';
import { type Label, useLabel } from './labels';

/** A state in words, coloured by how much attention it asks for. */
export function LabelBadge({ labels, word }: { labels: Readonly<Record<string, Label>>; word: string }) {
    const label = useLabel();
    return <Badge variant={labels[word]?.variant ?? 'secondary'}>{label(labels, word)}</Badge>;
}
