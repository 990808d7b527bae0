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
import urllib.parse
import urllib.request

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By

from tasks import Entrance, Tasks

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
    """Pages of a site, and what is done there."""

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

    # MARK: all

    def tasks(self):
        return [getattr(self, name) for name in sorted(dir(self)) if name.startswith("task_")]

    def enter(self, driver, script):
        """Whatever must be done before pages are seen."""

    def run(self, only_tasks=False):
        self.crawl()
        print(f"{len(self.pages)} pages: {' '.join(self.pages)}")
        for width in WIDTHS:
            self.size = WIDTHS[width]
            for script in (True, False):
                for dark in (False, True) if script else (False,):
                    driver = self.browser(width, script, dark)
                    try:
                        self.enter(driver, script)
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


class OpenWalk(Walk, Tasks):
    """Of a library without users: all pages are found by its own links."""


class GuardedWalk(Walk, Entrance):
    """Of one with users, by an admin: the pages that it alone has."""

    def __init__(self, site, pictures, user, password):
        super().__init__(site, pictures)
        self.user, self.password = user, password

    def crawl(self):
        self.pages = ["/", "/account", "/users", f"/users/{self.user}", "/log", "/settings"]

    def enter(self, driver, script):
        driver.get(self.site + "/sign-in?next=/users")
        if script:
            self.accessible(driver, "/sign-in")
        self.picture(driver, f"sign-in-{self.size[0]}{'' if script else '-plain'}")
        self.sign_in(driver)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", help="its address, http://127.0.0.1:PORT")
    parser.add_argument("pictures", help="a folder for pictures")
    parser.add_argument("--tasks", action="store_true", help="tasks only")
    parser.add_argument("--sign-in", nargs=2, metavar=("USER", "PASSWORD"), help="the library has users; this one is an admin")
    chosen = parser.parse_args()
    walk = GuardedWalk(chosen.site, chosen.pictures, *chosen.sign_in) if chosen.sign_in else OpenWalk(chosen.site, chosen.pictures)
    sys.exit(walk.run(chosen.tasks))


if __name__ == "__main__":
    main()
