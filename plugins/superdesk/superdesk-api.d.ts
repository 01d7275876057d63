/**
 * Of Superdesk's extension interface, what this extension uses. Superdesk declares the module itself where the extension is built into it;
 * no package has the present interface.
 */
declare module 'superdesk-api' {
  import type { ComponentType } from 'react';

  export interface IArticle {
    type: string;
    headline?: string;
    abstract?: string;
    body_html?: string;
    firstpublished?: string;
    dateline?: { date?: string };
  }

  export interface IArticleSideWidget {
    /** Content profiles name the widget by it. */
    _id: string;
    label: string;
    order: number;
    icon: string;
    component: ComponentType<{
      article: IArticle;
      /** In the editor made with React: the article as it is being written. */
      getLatestArticle?(): IArticle;
      /** In the editor made with React: another object after each edit. */
      fieldsData?: object;
    }>;
    isAllowed?(article: IArticle): boolean;
  }

  export interface IExtensionActivationResult {
    contributions?: { authoringSideWidgets?: IArticleSideWidget[] };
  }

  export interface ISuperdesk {
    localization: { gettext(message: string): string };
    components: {
      AuthoringWidgetLayout: ComponentType<{ header?: JSX.Element; body: JSX.Element }>;
      AuthoringWidgetHeading: ComponentType<{ widgetId?: string; widgetName: string; editMode: boolean }>;
    };
    /** What stands under `configuration` where the extension is registered. */
    getExtensionConfig(): unknown;
  }

  export interface IExtension {
    readonly activate: (superdesk: ISuperdesk) => Promise<IExtensionActivationResult>;
  }
}
