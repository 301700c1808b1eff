"""What the browser tests ask a page, in JavaScript."""

# Whether anything can be scrolled to the side.
TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"

# Controls whose area, as a finger meets it, is smaller than 44 × 44 CSS px; links in running text apart. A label is
# part of its field, and a link that covers its card is as large as the card: so the area is felt for, not computed.
SMALL_TARGETS = """() => {
  const least = 43.5, found = [];
  const controls = 'a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex="0"]';
  const belongs = (target, label, x, y) => {
    const there = document.elementFromPoint(x, y);
    return there && (target.contains(there) || label?.contains(there) || there.closest('label')?.control === target);
  };
  const inRunningText = target => {
    const around = target.closest('p, li, figcaption, dd, blockquote, td');
    if (!around || getComputedStyle(target).display !== 'inline') return false;
    const rest = around.cloneNode(true);
    rest.querySelectorAll('a, button').forEach(link => link.remove());
    return /\\p{L}/u.test(rest.textContent);
  };
  const reach = (target, label, x, y, dx, dy) => {
    let steps = 0;
    while (steps < 44 && belongs(target, label, x + dx * (steps + 1), y + dy * (steps + 1))) steps += 1;
    return steps;
  };
  for (const target of document.querySelectorAll(controls)) {
    if (!target.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    if (target.matches('.skip-link') || inRunningText(target)) continue;
    const label = target.labels?.[0];
    target.scrollIntoView({block: 'center', behavior: 'instant'});
    const box = target.getClientRects()[0];
    if (!box) continue;
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    if (!belongs(target, label, x, y)) { found.push(`covered: ${target.outerHTML.slice(0, 200)}`); continue; }
    const width = reach(target, label, x, y, 1, 0) + reach(target, label, x, y, -1, 0) + 1;
    const height = reach(target, label, x, y, 0, 1) + reach(target, label, x, y, 0, -1) + 1;
    if (Math.min(width, height) < least) found.push(`${width} × ${height}: ${target.outerHTML.slice(0, 200)}`);
  }
  return found;
}"""

# Elements with text that is cut off by their own box or lies outside the page.
CUT_OFF = """() => {
  const found = [];
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!element.checkVisibility() || box.width <= 1 || box.height <= 1) continue;
    if (element.closest('.skip-link, .visually-hidden')) continue;
    const clips = axis => ['hidden', 'clip'].includes(style[`overflow${axis}`]);
    const lost = (clips('X') && element.scrollWidth > element.clientWidth + 1)
      || (clips('Y') && element.scrollHeight > element.clientHeight + 1 && style.webkitLineClamp === 'none');
    const outside = own && (box.left < -1 || box.right > innerWidth + 1);
    if (lost || outside) found.push(element.outerHTML.slice(0, 160));
  }
  return found;
}"""

# Headings, names and choices a word of which has no room on its line, and so is broken within; and the site's name
# where it is squeezed into more than two lines.
BROKEN_WORDS = """() => {
  const found = [];
  for (const element of document.querySelectorAll('h1, h2, h3, .brand__name, .rating__choice span, .button')) {
    element.style.overflowWrap = 'normal';
    const room = element.clientWidth;
    if (room > 1 && element.scrollWidth > room + 1) found.push(element.outerHTML.slice(0, 160));
    element.style.overflowWrap = '';
  }
  const brand = document.querySelector('.brand__name');
  if (brand.offsetHeight > 2.1 * parseFloat(getComputedStyle(brand).lineHeight)) found.push('the name of the site');
  return found;
}"""

# Everything that moves by itself or glides from one look to another.
MOVING = """() => {
  const seconds = list => Math.max(...list.split(',').map(parseFloat));  // computed values are in seconds
  const found = new Set();
  for (const element of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      const animated = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01;
      const gliding = seconds(style.transitionDuration) > 0.01;
      if (animated || gliding || style.scrollBehavior === 'smooth') {
        found.add(`${element.tagName} ${element.className} ${part ?? ''}`);
      }
    }
  }
  return [...found];
}"""

# The element with the keyboard's focus: null on none, else what it is, whether a person can see it and where it is.
FOCUS = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const marked = element => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  };
  const label = focused.labels?.[0];
  const box = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
  const there = document.elementFromPoint(x, y);
  const whole = focused.getBoundingClientRect();
  const all = [...document.querySelectorAll('*')];
  return {
    name: focused.outerHTML.slice(0, 160),
    marked: marked(focused) || Boolean(label && marked(label)),
    inView: box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    uncovered: Boolean(there && (focused.contains(there) || there.contains(focused) || label?.contains(there))),
    place: all.indexOf(focused),
    group: all.indexOf(focused.closest('ul, ol, nav, fieldset, form, p')),  // -1: in none
    left: whole.left + scrollX, right: whole.right + scrollX, top: whole.top + scrollY, bottom: whole.bottom + scrollY,
  };
}"""

# How many stops the tab key makes on the page: the radios of one question are one.
STOPS = """() => {
  const controls = 'a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex="0"]';
  const stops = [...document.querySelectorAll(controls)].filter(element =>
    element.checkVisibility({visibilityProperty: true}) && !element.disabled && element.tabIndex >= 0);
  return new Set(stops.map(element => element.type === 'radio' ? element.name : element)).size;
}"""

# Has the next tab begin at the top, also on a page that put the focus somewhere itself.
FROM_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
}"""
