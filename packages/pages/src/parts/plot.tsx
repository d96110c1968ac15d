import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

interface PlotProps {
  /** In words, for whoever does not see it. */
  readonly label: string;
  /** The horizontal values, then each series. */
  readonly data: readonly (readonly (number | null)[])[];
  /** Given the colours of the page. */
  readonly options: (colours: Colours) => Omit<uPlot.Options, 'width' | 'height'>;
  readonly height: number;
}

export interface Colours {
  readonly text: string;
  readonly grid: string;
  readonly series: readonly [string, string, string];
}

/** A plot as wide as its place; it follows changes of the size and of light and dark. */
export function Plot({ label, data, options, height }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const draw = (): void => {
      plot.current?.destroy();
      const size = { width: element.clientWidth, height };
      plot.current = new uPlot({ ...options(coloursOf(element)), ...size }, mutable(data), element);
    };
    draw();
    const observer = new ResizeObserver(() => {
      plot.current?.setSize({ width: element.clientWidth, height });
    });
    observer.observe(element);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const print = matchMedia('print');
    dark.addEventListener('change', draw);
    print.addEventListener('change', draw);
    return () => {
      dark.removeEventListener('change', draw);
      print.removeEventListener('change', draw);
      observer.disconnect();
      plot.current?.destroy();
    };
    // What is drawn is set below.
  }, [height]);
  useEffect(() => {
    plot.current?.setData(mutable(data));
  }, [data]);
  return (
    <div class="plot" role="img" aria-label={label} ref={place} style={{ height: `${height}px` }} />
  );
}

/** uPlot does not change it, but asks for lists that could be. */
function mutable(data: PlotProps['data']): uPlot.AlignedData {
  return data as unknown as uPlot.AlignedData;
}

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: colour('--soft'),
    grid: colour('--line'),
    series: [colour('--accent'), colour('--warm'), colour('--bad')],
  };
}
