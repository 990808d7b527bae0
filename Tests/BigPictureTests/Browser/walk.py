"""Walks the reading room with Debian's Chromium as a person would: every page and task, wide and narrow, with and without script, light and dark.

Prints what is wrong, a line each, and ends with 1 where anything is; pictures go to a folder.
"""

import argparse
import gzip
import importlib.resources
import json
import pathlib
import re
import sys
import time
import urllib.parse
import urllib.request

from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import WebDriverWait

WIDTHS = {"wide": (1280, 900), "narrow": (380, 800)}
# WCAG 2.2 AA as axe names it, and what is good practice besides.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LARGEST_PAGE = 150 * 1024
# Of pages of one kind, so many are walked.
SAMPLES = 2


def kind(path):
    """Pages that differ by a name alone are of one kind."""
    return re.sub(r"/editions/[^/]+$", "/editions/*", re.sub(r"^/(articles|briefs|stories|people|topics)/(?!new\b)[^/]+", r"/\1/*", path))


class Walk:
    def __init__(self, site, pictures):
        self.site, self.pictures = site.rstrip("/"), pathlib.Path(pictures)
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.faults, self.checks, self.pages, self.heaviest = [], 0, [], 0
        self.axe = (importlib.resources.files("selenium_axe_python") / "axe-core" / "axe.min.js").read_text()

    def check(self, holds, fault):
        self.checks += 1
        if not holds:
            self.faults.append(fault)
            print("FAULT " + fault, flush=True)

    # MARK: the browser

    def browser(self, width, script, dark=False):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run",
                     "--disable-background-networking", "--disable-component-update", f"--window-size={WIDTHS[width][0]},{WIDTHS[width][1]}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
        driver.set_page_load_timeout(60)
        w, h = WIDTHS[width]
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": w, "height": h, "deviceScaleFactor": 1, "mobile": False})
        if dark:
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        if not script:
            driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        return driver

    def picture(self, driver, name):
        size = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        height = min(int(size["height"]), 6000)
        w, h = self.size
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": w, "height": height, "deviceScaleFactor": 1, "mobile": False})
        driver.save_screenshot(str(self.pictures / (name + ".png")))
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": w, "height": h, "deviceScaleFactor": 1, "mobile": False})

    def logs(self, driver, where):
        """Nothing is refused by the page's own policy, and nothing asked of anybody else."""
        for entry in driver.get_log("browser"):
            expected = "status of 4" in entry["message"]
            self.check(entry["level"] != "SEVERE" or expected, f"{where}: the browser says {entry['message'][:300]}")
        for entry in driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                self.check(url.startswith((self.site, "data:", "about:", "chrome")), f"{where}: asks {url[:200]}")

    # MARK: pages

    def crawl(self):
        """Addresses of the site, found by its own links: a few of each kind."""
        found, waiting, seen = {}, ["/"], {"/"}
        while waiting:
            path = waiting.pop(0)
            bare = urllib.parse.urlsplit(path).path
            own = found.setdefault(kind(bare) + ("?" if "?" in path else ""), [])
            if len(own) >= SAMPLES:
                continue
            try:
                with self.open(path) as answer:
                    body, type_ = answer.read(), answer.headers.get_content_type()
            except urllib.error.HTTPError as error:
                self.check(False, f"{path}: a link leads to {error.code}")
                continue
            if type_ != "text/html":
                continue
            own.append(path)
            self.pages.append(path)
            # As it is sent; pictures are in it.
            self.check(len(body) <= LARGEST_PAGE, f"{path}: {len(body) / 1024:.0f} KB, more than {LARGEST_PAGE // 1024}")
            self.heaviest = max(self.heaviest, len(body))
            if answer.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            for link in re.findall(rb'href="([^"]+)"', body):
                link = link.decode().replace("&amp;", "&").split("#")[0]
                target = urllib.parse.urlsplit(urllib.parse.urljoin(self.site + path, link))
                if f"{target.scheme}://{target.netloc}" != self.site:
                    continue
                next_ = target.path + ("?" + target.query if target.query else "")
                if next_ not in seen and not next_.startswith(("/api/", "/events")):
                    seen.add(next_)
                    waiting.append(next_)
        return self.pages

    def open(self, path):
        request = urllib.request.Request(self.site + path, headers={"Accept-Encoding": "gzip"})
        return urllib.request.urlopen(request, timeout=60)

    def look(self, driver, path, width, script, shade):
        where = f"{path} ({width}, {'script' if script else 'no script'}, {shade})"
        driver.get(self.site + path)
        body = driver.find_element(By.TAG_NAME, "body")
        self.check(len(driver.find_elements(By.TAG_NAME, "h1")) == 1, f"{where}: not one h1")
        self.check(bool(driver.title.strip()), f"{where}: no title")
        self.check(bool(driver.find_element(By.TAG_NAME, "html").get_attribute("lang")), f"{where}: no language")
        size = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        self.check(size["width"] <= self.size[0], f"{where}: {size['width']} px wide")
        self.check(bool(body.text.strip()), f"{where}: nothing to see")
        if script:
            self.accessible(driver, where)
        self.logs(driver, where)
        name = re.sub(r"[^a-z0-9]+", "-", kind(urllib.parse.urlsplit(path).path).strip("/").lower()).strip("-") or "home"
        number = sum(1 for other in self.pages[: self.pages.index(path)] if kind(urllib.parse.urlsplit(other).path) == kind(urllib.parse.urlsplit(path).path))
        self.picture(driver, f"{name}-{number}-{width}-{shade}{'' if script else '-plain'}")

    def accessible(self, driver, where):
        driver.execute_script(self.axe)
        result = driver.execute_async_script(
            "const done = arguments[arguments.length - 1]; axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}}).then(done, e => done({error: String(e)}))",
            RULES)
        self.check("error" not in result, f"{where}: axe: {result.get('error')}")
        for violation in result.get("violations", []):
            node = violation["nodes"][0]
            self.check(False, f"{where}: axe {violation['id']} ({violation['impact']}), {len(violation['nodes'])} times: {node['html'][:160]} | {node['failureSummary'][:240]}")
        self.checks += len(result.get("passes", []))

    # MARK: tasks

    def tasks(self):
        return [getattr(self, name) for name in sorted(dir(self)) if name.startswith("task_")]

    def task_check_a_sentence(self, driver, script, width):
        """From the topics to the brief, from a sentence to its passages, from a passage to the article with the words marked."""
        driver.get(self.site + "/")
        driver.find_element(By.CSS_SELECTOR, "main h2 a[href*='/briefs/']").click()
        mark = driver.find_element(By.CSS_SELECTOR, "main a.c")
        target = mark.get_attribute("href").split("#")[1]
        mark.click()
        card = driver.find_element(By.ID, target)
        self.wait(driver, lambda _: card.is_displayed(), "its passages are not shown")
        link = next(a for a in card.find_elements(By.CSS_SELECTOR, "a[href*='/articles/']"))
        link.click()
        self.check(bool(driver.find_elements(By.CSS_SELECTOR, "mark")), "the article has no words marked")

    def task_search(self, driver, script, width):
        driver.get(self.site + "/search")
        box = driver.find_element(By.NAME, "q")
        box.send_keys("export controls" + Keys.ENTER)
        self.wait(driver, lambda d: d.find_elements(By.CSS_SELECTOR, "main h3 a[href*='/articles/']"), "nothing is found")
        driver.find_element(By.CSS_SELECTOR, "main h3 a[href*='/articles/']").click()
        self.check("/articles/" in driver.current_url, "a result does not lead to its article")

    def task_audit(self, driver, script, width):
        driver.get(self.site + "/audit")
        box = driver.find_element(By.NAME, "text")
        box.send_keys("Nvidia is a Chinese company.\nThe Dutch government has banned all exports of lithography machines.")
        self.press(driver, "main form button")
        self.checked(driver, script)
        self.wait(driver, lambda d: d.find_elements(By.CSS_SELECTOR, "main article, main .row, main tr, main li"), "no audit")
        self.check("audit" in driver.current_url, "the audit has no address")

    def task_keyboard(self, driver, script, width):
        """The first tab leads past the navigation; every control met shows that it has the focus."""
        driver.get(self.site + "/")
        driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
        first = driver.switch_to.active_element
        self.check("skip" in (first.get_attribute("class") or ""), f"the first tab leads to {first.tag_name}")
        for _ in range(12):
            driver.switch_to.active_element.send_keys(Keys.TAB)
            focused = driver.switch_to.active_element
            outline = focused.value_of_css_property("outline-style")
            shown = outline != "none" or focused.value_of_css_property("box-shadow") != "none"
            self.check(focused.tag_name == "body" or shown, f"no focus is seen on {focused.tag_name} {focused.text[:40]!r}")

    def task_topic(self, driver, script, width):
        """A topic is made, with a mistake first: what was typed stays. Then it is changed, and taken away again."""
        title = f"Tern bridge {width} {'quick' if script else 'plain'}"
        driver.get(self.site + "/topics/new")
        driver.find_element(By.NAME, "title").send_keys(title)
        driver.find_element(By.NAME, "sources").send_keys("no such thing as a source")
        driver.find_element(By.NAME, "words").send_keys("seven")
        self.press(driver, "button[value='check']")
        self.wait(driver, lambda d: d.find_elements(By.CSS_SELECTOR, "[aria-invalid='true']"), "a wrong field is not marked")
        self.check(driver.find_element(By.NAME, "title").get_attribute("value") == title, "what was typed is lost")
        words = driver.find_element(By.NAME, "words")
        self.check(words.get_attribute("value") == "seven", "a wrong value is lost")
        words.clear()
        sources = driver.find_element(By.NAME, "sources")
        sources.clear()
        sources.send_keys("https://outlet.example/feed.xml")
        self.press(driver, "button[value='save']")
        self.wait(driver, lambda d: title in d.find_element(By.TAG_NAME, "h1").text, "the topic is not shown")
        self.press(driver, "main a[href$='/edit']")
        driver.find_element(By.NAME, "question").send_keys("When does it open?")
        self.press(driver, "button[value='save']")
        self.wait(driver, lambda d: "When does it open?" in d.find_element(By.TAG_NAME, "main").text, "the question is not shown")
        self.press(driver, "main a[href$='/edit']")
        self.press(driver, "main a[href$='/remove']")
        self.press(driver, "main form button")
        driver.get(self.site + "/")
        self.check(title not in driver.find_element(By.TAG_NAME, "main").text, "a removed topic is still there")

    def task_upload(self, driver, script, width):
        """A text from a file is checked; an address that cannot be read leaves what was typed."""
        page = self.pictures / "upload.txt"
        page.write_text("Nvidia is a Chinese company.\n")
        driver.get(self.site + "/audit")
        driver.find_element(By.NAME, "file").send_keys(str(page.resolve()))
        self.press(driver, "main form button")
        self.checked(driver, script)
        self.wait(driver, lambda d: "Nvidia is a Chinese company" in d.find_element(By.TAG_NAME, "main").text, "the file is not checked")
        driver.get(self.site + "/audit")
        driver.find_element(By.NAME, "address").send_keys("http://127.0.0.1:1/none")
        self.press(driver, "main form button")
        self.wait(driver, lambda d: d.find_elements(By.NAME, "address"), "the form is gone")
        self.check(driver.find_element(By.NAME, "address").get_attribute("value") == "http://127.0.0.1:1/none", "the address that was typed is lost")

    def checked(self, driver, script):
        """A check that takes long says so; without script its reader looks again."""
        for _ in range(0 if script else 30):
            again = driver.find_elements(By.CSS_SELECTOR, "main #work + p a")
            if not again:
                break
            self.press(driver, "main #work + p a")
            time.sleep(1)

    def task_import(self, driver, script, width):
        driver.get(self.site + "/import")
        driver.find_element(By.NAME, "text").send_keys(
            '<opml version="2.0"><body><outline text="Tern" type="rss" xmlUrl="https://tern.example/feed.xml"/></body></opml>')
        self.press(driver, "main form button")
        self.wait(driver, lambda d: "tern.example" in d.find_element(By.TAG_NAME, "main").text, "the feeds are not shown")

    def press(self, driver, selector):
        """Presses what leads to another page, and waits until the old one is gone: what is looked for may be on both."""
        left = driver.find_element(By.TAG_NAME, "html")
        driver.find_element(By.CSS_SELECTOR, selector).click()
        self.wait(driver, staleness_of(left), f"{selector} leads nowhere")

    def wait(self, driver, condition, fault):
        try:
            # A page that is being left may be asked once more.
            WebDriverWait(driver, 30, ignored_exceptions=[NoSuchElementException, StaleElementReferenceException]).until(condition)
            self.check(True, fault)
        except WebDriverException as error:
            self.check(False, f"{fault} ({type(error).__name__} at {driver.current_url})")

    # MARK: all

    def run(self, only_tasks=False):
        self.crawl()
        print(f"{len(self.pages)} pages: {' '.join(self.pages)}")
        for width in WIDTHS:
            self.size = WIDTHS[width]
            for script in (True, False):
                for dark in (False, True) if script else (False,):
                    driver = self.browser(width, script, dark)
                    try:
                        for path in [] if only_tasks else self.pages:
                            self.attempt(lambda: self.look(driver, path, width, script, "dark" if dark else "light"), f"{path} ({width})")
                        for task in [] if dark else self.tasks():
                            where = f"{task.__name__[5:]} ({width}, {'script' if script else 'no script'})"
                            before = len(self.faults)
                            self.attempt(lambda: task(driver, script, width), where)
                            self.logs(driver, where)
                            for number in range(before, len(self.faults)):
                                print(f"  in {where}")
                    finally:
                        driver.quit()
        print(json.dumps({"pages": len(self.pages), "checks": self.checks, "heaviest": self.heaviest, "faults": len(self.faults)}))
        return 1 if self.faults else 0

    def attempt(self, work, where):
        try:
            work()
        except (WebDriverException, StopIteration, IndexError) as error:
            self.check(False, f"{where}: {type(error).__name__} {str(error).splitlines()[0][:300] if str(error) else ''}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", help="its address, http://127.0.0.1:PORT")
    parser.add_argument("pictures", help="a folder for pictures")
    parser.add_argument("--tasks", action="store_true", help="tasks only")
    chosen = parser.parse_args()
    sys.exit(Walk(chosen.site, chosen.pictures).run(chosen.tasks))


if __name__ == "__main__":
    main()
