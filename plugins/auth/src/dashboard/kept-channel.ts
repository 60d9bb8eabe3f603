/** Where the Dashboard keeps the channel that it shows. */
const CHANNEL = 'vendure-selected-channel-token';

/** After a sign-in past the Dashboard's own form: the first channel of the account, if the one that is kept is none of it. */
export function keepChannelOf(channels: readonly { readonly token: string }[] | undefined): void {
    const [first] = channels ?? [];
    if (first && !channels?.some(({ token }) => token === localStorage.getItem(CHANNEL))) {
        localStorage.setItem(CHANNEL, first.token);
    }
}
