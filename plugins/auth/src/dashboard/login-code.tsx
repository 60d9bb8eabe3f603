import { Trans } from '@lingui/react/macro';
import { Input, Label } from '@vendure/dashboard';
import { useId, useState } from 'react';

const COOKIE = 'efi-second-factor';
const SECONDS = 60;

/**
 * Where the code of a second factor goes. The Dashboard's form sends name and password only, so the code goes along in
 * a cookie that nothing but the Admin API gets, for a minute. The form is taken off the page while it asks, so its end is
 * no moment to take the cookie back; a code is good once anyway.
 */
export function LoginCode() {
    const id = useId();
    const [code, setCode] = useState('');
    return (
        <div className="w-full space-y-2">
            <Label htmlFor={id}>
                <Trans>Code of your second factor</Trans>
            </Label>
            <Input
                id={id}
                name="second-factor"
                autoComplete="one-time-code"
                spellCheck={false}
                maxLength={20}
                value={code}
                onChange={event => {
                    setCode(event.target.value);
                    keep(event.target.value);
                }}
            />
            <p className="text-xs text-muted-foreground">
                <Trans>If you have set one up: from your app, or a recovery code.</Trans>
            </p>
        </div>
    );
}

function keep(code: string): void {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${COOKIE}=${encodeURIComponent(code.trim())}; Path=/admin-api; SameSite=Strict; Max-Age=${
        code.trim() === '' ? 0 : SECONDS
    }${secure}`;
}
