import * as React from 'react';
import type { IArticle, IArticleSideWidget, ISuperdesk } from 'superdesk-api';
import { dayOf, textOf } from './article';
import { embed, type Embedded } from './copydesk/host.js';
import { strings } from './strings';

/** The widget's name in content profiles. */
export const ID = 'copydesk-widget';

/** Where the frame is unless the configuration says otherwise: on Superdesk's own origin. */
const FRAME = '/copydesk/index.html';

/** The article is read when nothing was typed for so long, in milliseconds. */
const PAUSE = 400;

type Props = React.ComponentProps<IArticleSideWidget['component']>;

/** The widget: Superdesk's heading, and the frame with the lists, which is sent the article. */
export function widget(superdesk: ISuperdesk): React.ComponentClass<Props> {
  const { AuthoringWidgetHeading, AuthoringWidgetLayout } = superdesk.components;
  const said = strings(superdesk);
  const { frame: src = FRAME } = (superdesk.getExtensionConfig() || {}) as { frame?: string };

  return class CopydeskWidget extends React.PureComponent<Props, { failure: string | null }> {
    static displayName = 'CopydeskWidget';

    override state = { failure: null };
    private readonly place = React.createRef<HTMLDivElement>();
    private embedded: Embedded | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private shown: string | undefined;

    override componentDidMount(): void {
      try {
        this.embedded = embed(this.place.current!, { src, onError: ({ message }) => this.setState({ failure: message }), onAnalysis: () => this.setState({ failure: null }) });
        this.embedded.frame.title = said.frame;
        this.embedded.frame.style.cssText = 'border: 0; width: 100%; height: 100%';
        this.show();
      } catch (error) {
        this.setState({ failure: (error as Error).message });
      }
    }

    override componentDidUpdate(before: Props): void {
      if (before.article === this.props.article && before.fieldsData === this.props.fieldsData) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.show(), PAUSE);
    }

    override componentWillUnmount(): void {
      clearTimeout(this.timer);
      if (this.embedded !== undefined) this.embedded.dispose();
    }

    private show(): void {
      const { article, getLatestArticle } = this.props;
      const latest: IArticle = getLatestArticle === undefined ? article : getLatestArticle();
      const [text, reference] = [textOf(latest), dayOf(latest)];
      // The article is another object after changes of other fields, too.
      const key = `${reference} ${text}`;
      if (this.embedded === undefined || key === this.shown) return;
      this.shown = key;
      this.embedded.show(text, reference === undefined ? {} : { reference });
    }

    override render(): JSX.Element {
      const { failure } = this.state;
      return React.createElement(AuthoringWidgetLayout, {
        header: React.createElement(AuthoringWidgetHeading, { widgetId: ID, widgetName: said.title, editMode: false }),
        body: React.createElement(
          React.Fragment,
          {},
          failure === null ? null : React.createElement('p', { role: 'alert' }, said.failed, ' ', failure),
          React.createElement('div', { ref: this.place, style: { height: '100%', minHeight: '20rem' } }),
        ),
      });
    }
  };
}
