// Lists of the server's pages: sorted by their heads, turned by their foot, ticked for an act.

import {element, nothing, press} from './dom.js';

const PAGE_SIZES = [20, 50, 100, 200];

function direction(state, field) {
  if (state.sort === field) {
    return ' ↑';
  }
  return state.sort === `-${field}` ? ' ↓' : '';
}

function head(column, page) {
  const cell = element('th', column.className);
  if (column.title) {
    cell.title = column.title;
  }
  if (!column.sort) {
    cell.append(column.name);
    return cell;
  }
  const {state} = page;
  const now = direction(state, column.sort);
  const next = now === ' ↑' ? `-${column.sort}` : column.sort;
  const button = element('button', 'ows-sort', `${column.name}${now}`);
  button.type = 'button';
  button.onclick = () => page.change({sort: next, page: 0});
  cell.setAttribute('aria-sort', now === ' ↑' ? 'ascending' : now ? 'descending' : 'none');
  cell.append(button);
  return cell;
}

function row(columns, one, page) {
  return element('tr', null, ...columns.map(column => {
    const said = column.cell(one, page);
    const parts = Array.isArray(said) ? said : [said];
    return element('td', column.className, ...parts);
  }));
}

function foot(said, page) {
  const pages = Math.max(1, Math.ceil(said.total / said.size));
  const turn = (label, to) => {
    const button = press(label, () => page.change({page: to}));
    button.disabled = to < 0 || to >= pages;
    return button;
  };
  const sizes = element('select', 'form-control input-sm');
  PAGE_SIZES.forEach(size => sizes.append(new Option(`每页${size}条`, size, false, size === said.size)));
  sizes.onchange = () => page.change({size: sizes.value, page: 0});
  sizes.setAttribute('aria-label', '每页条数');
  return element('div', 'ows-foot', `共 ${said.total} 条`, sizes,
    turn('上一页', said.page - 1), `第 ${said.page + 1} / ${pages} 页`, turn('下一页', said.page + 1));
}

/**
 * @param columns {@code {name, cell(item, page), sort, title, className}}; {@code sort} is what the server
 *     calls the column
 * @param empty what to say when there is nothing
 */
export function list(said, columns, page, empty) {
  if (said.total === 0) {
    return element('div', null, nothing(empty));
  }
  const table = element('table', 'table table-condensed ows-table',
    element('thead', null, element('tr', null, ...columns.map(column => head(column, page)))),
    element('tbody', null, ...said.items.map(one => row(columns, one, page))));
  return element('div', null, element('div', 'ows-scroll', table), foot(said, page));
}

/**
 * A column of boxes to tick; {@code chosen()} gives the ticked items.
 *
 * @param told takes how many are ticked
 * @param mayBe whether an item may be ticked at all
 */
export function ticks(label, told, mayBe = () => true) {
  const chosen = new Set();
  return {
    chosen: () => [...chosen],
    column: {
      name: '',
      className: 'ows-tick',
      cell: one => {
        if (!mayBe(one)) {
          return '';
        }
        const box = element('input');
        box.type = 'checkbox';
        box.setAttribute('aria-label', label(one));
        box.onchange = () => {
          if (box.checked) {
            chosen.add(one);
          } else {
            chosen.delete(one);
          }
          told(chosen.size);
        };
        return box;
      }
    }
  };
}
