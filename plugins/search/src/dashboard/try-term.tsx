import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Preview } from './preview';
import { TextField } from './text-field';

/** What a term finds, while it is typed. */
export function TryTerm({ languageCode }: { languageCode: string }) {
    const [term, setTerm] = useState('');
    return (
        <div className="space-y-4">
            <TextField label={<Trans>Term</Trans>} value={term} maxLength={100} onChange={setTerm} />
            <Preview input={{ languageCode, term }} />
        </div>
    );
}
