import { KeptName } from './kept-name';
import { LoginCode } from './login-code';
import { PasskeyLogin } from './passkey-login';
import { ProviderLogin } from './provider-login';

/** What stands below name and password. */
export function LoginExtras() {
    return (
        <>
            <KeptName />
            <LoginCode />
            <PasskeyLogin />
            <ProviderLogin />
        </>
    );
}
