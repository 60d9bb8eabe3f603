import { headers } from 'next/headers';
import { nonceOf } from '@/lib/content-security-policy';

/**
 * At the window, which a press comes to last: whoever takes it, React say once it is there, has had it by then. A button that
 * sends a form does so without anybody's help.
 */
const note = `addEventListener('click',function(e){efiPressed=e.target.closest('button[type=button]')})`;

/**
 * Has the page know which button was pressed before React was there, for `useEarlyPress`. Stands behind what is seen: a script
 * before that would have the browser wait for the styles.
 */
export async function NotePresses() {
    const nonce = nonceOf((await headers()).get('content-security-policy'));
    return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: note }} />;
}
