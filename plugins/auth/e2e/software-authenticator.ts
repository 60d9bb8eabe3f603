import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a browser and an authenticator would put in, each to be set wrong by a test. */
export interface Ceremony {
    readonly challenge: string;
    readonly origin: string;
    readonly rpId: string;
    readonly userVerified?: boolean;
    readonly userPresent?: boolean;
    /** The authenticator's. @default one more than before */
    readonly counter?: number;
    readonly userHandle?: string;
    /** @default that of the ceremony */
    readonly type?: string;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const WITH_CREDENTIAL = 0x40;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: string | Buffer) => Buffer.from(data).toString('base64url');

/** A key of CBOR's major type 3, or a byte string of type 2, shorter than 64 KB. */
const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)]);
const cborBytes = (bytes: Buffer) =>
    Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 0xff]), bytes]);

/** A passkey on ES256, as WebAuthn level 3 describes one, from Node's own cryptography. */
export class SoftwareAuthenticator {
    readonly id = randomBytes(32);
    private readonly privateKey: KeyObject;
    private readonly publicKey: KeyObject;
    private counter = 0;

    constructor() {
        ({ privateKey: this.privateKey, publicKey: this.publicKey } = generateKeyPairSync('ec', {
            namedCurve: 'P-256',
        }));
    }

    /** What `finishEfiPasskeyRegistration` takes. */
    create(ceremony: Ceremony) {
        const length = Buffer.from([this.id.length >> 8, this.id.length & 0xff]);
        const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.coseKey()]);
        const authData = Buffer.concat([this.authData(ceremony, WITH_CREDENTIAL), credential]);
        const attestationObject = Buffer.concat([
            ...[Buffer.from([0xa3]), cborText('fmt'), cborText('none')],
            ...[cborText('attStmt'), Buffer.from([0xa0]), cborText('authData'), cborBytes(authData)],
        ]);
        return {
            id: base64url(this.id),
            clientDataJSON: clientData(ceremony, 'webauthn.create'),
            attestationObject: base64url(attestationObject),
            transports: ['internal', 'hybrid'],
        };
    }

    /** What `authenticate` takes. */
    get(ceremony: Ceremony) {
        const authData = this.authData(ceremony, 0);
        const clientDataJSON = clientData(ceremony, 'webauthn.get');
        const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
        return {
            id: base64url(this.id),
            clientDataJSON,
            authenticatorData: base64url(authData),
            signature: base64url(sign('sha256', signed, this.privateKey)),
            ...(ceremony.userHandle === undefined ? {} : { userHandle: ceremony.userHandle }),
        };
    }

    private authData(
        { rpId, userVerified = true, userPresent = true, counter = this.counter + 1 }: Ceremony,
        more: number,
    ): Buffer {
        this.counter = counter;
        const flags = (userPresent ? USER_PRESENT : 0) | (userVerified ? USER_VERIFIED : 0) | more;
        const tail = Buffer.alloc(5);
        tail.writeUInt8(flags);
        tail.writeUInt32BE(counter, 1);
        return Buffer.concat([sha256(rpId), tail]);
    }

    /** RFC 9053: kty EC2, alg ES256, crv P-256, x, y. */
    private coseKey(): Buffer {
        const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
        return Buffer.concat([
            Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
            Buffer.from(x, 'base64url'),
            Buffer.from([0x22, 0x58, 0x20]),
            Buffer.from(y, 'base64url'),
        ]);
    }
}

function clientData({ challenge, origin, type }: Ceremony, ofCeremony: string): string {
    return base64url(JSON.stringify({ type: type ?? ofCeremony, challenge, origin, crossOrigin: false }));
}
