import { html } from 'lit';
import { sharePosition } from '../client/positions.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';

/** What is said, as [tone, icon, words, whether one can try again]. */
const SAID = {
    off: ['', 'pin', 'Customers see the van on their map when you share your position.', true],
    asking: ['', 'pin', 'Allow the browser to use your location.', false],
    on: ['good', 'check', 'Your position is shared while you drive.', false],
    denied: [
        'warn',
        'alert',
        'Your position is not shared: this browser may not use your location. Allow it in the settings of the site and try again. You can deliver without it.',
        true,
    ],
    unknown: ['warn', 'alert', 'Your phone does not know where it is. It tries again by itself.', false],
    unsent: ['warn', 'alert', 'Your position could not be sent. It is tried again with the next one.', false],
    unsupported: ['warn', 'alert', 'This browser cannot share a position. You can deliver without it.', false],
};

/** Shares where the driver's phone is, once allowed, and says whether it does. */
class PositionSharing extends LightElement {
    static properties = { vehicle: {}, state: { state: true } };

    constructor() {
        super();
        this.state = 'off';
    }

    connectedCallback() {
        super.connectedCallback();
        // Nobody is asked out of the blue; whoever has agreed before is not asked again.
        navigator.permissions?.query({ name: 'geolocation' }).then(
            ({ state }) => state === 'granted' && this.isConnected && this.start(),
            () => undefined,
        );
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.sharing?.stop();
        this.sharing = undefined;
        this.state = 'off';
    }

    /** Where the phone is, as far as it is known. @returns {{lat: number, lon: number} | undefined} */
    get position() {
        return this.sharing?.last() ?? undefined;
    }

    start() {
        this.sharing?.stop();
        this.sharing = sharePosition(this.vehicle, (state) => (this.state = state));
    }

    render() {
        const [tone, picture, text, again] = SAID[this.state];
        return html`<div class="note ${tone ? 'note-' + tone : ''}" role="status" data-test="sharing"
            data-state=${this.state}>${icon(picture)}<div><p>${text}</p>
            ${
                again
                    ? html`<button type="button" class="button button-quiet button-small" data-test="share"
                @click=${this.start}>${this.state === 'off' ? 'Share my position' : 'Try again'}</button>`
                    : ''
            }</div></div>`;
    }
}

customElements.define('position-sharing', PositionSharing);
