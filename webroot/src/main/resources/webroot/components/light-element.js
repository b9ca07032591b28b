import { LitElement } from 'lit';

/** An element that renders into the page itself, so that the one design system styles it and labels reach its fields. */
export class LightElement extends LitElement {
    createRenderRoot() {
        return this;
    }
}
