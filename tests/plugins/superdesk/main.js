/** A Superdesk in small: what the widget gets of it, and a place to mount it in. */
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import { textOf } from 'copydesk-superdesk/dist/article';
import extension from 'copydesk-superdesk';

const frameDocument = () => document.querySelector('iframe') && document.querySelector('iframe').contentDocument;
const place = document.getElementById('place');

export const superdesk = (configuration) => ({
  localization: { gettext: (message) => `·${message}` },
  components: {
    AuthoringWidgetLayout: ({ header, body }) => React.createElement('section', {}, header, body),
    AuthoringWidgetHeading: ({ widgetName }) => React.createElement('h2', {}, widgetName),
  },
  getExtensionConfig: () => configuration,
});

Object.assign(window, {
  textOf,
  activate: async (configuration) => {
    const { contributions } = await extension.activate(superdesk(configuration));
    window.widget = contributions.authoringSideWidgets[0];
    const { _id, label, icon, order, isAllowed, component } = window.widget;
    return { _id, label, icon, order, component: typeof component, allowed: ['text', 'picture'].map((type) => isAllowed({ type })) };
  },
  show: (props) => ReactDOM.render(React.createElement(window.widget.component, props), place),
  unmount: () => ReactDOM.unmountComponentAtNode(place),
  lists: () => [...(frameDocument() ? frameDocument().querySelectorAll('button') : [])].map((b) => b.firstChild.textContent),
});
document.documentElement.dataset.ready = '';
