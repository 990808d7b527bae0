"""What a person does in the reading room, a task each: `walk.py` does them in every browser it opens."""

import time

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait


class Steps:
    """What tasks are made of."""

    def press(self, driver, selector):
        """Presses what leads to another page, and waits until the old one is gone: what is looked for may be on both."""
        left = driver.find_element(By.TAG_NAME, "html")
        driver.find_element(By.CSS_SELECTOR, selector).click()
        self.wait(driver, lambda _: driver.find_element(By.TAG_NAME, "html") != left, f"{selector} leads nowhere")

    def wait(self, driver, condition, fault):
        try:
            # A page that is being left may be asked once more, and answers in many ways.
            WebDriverWait(driver, 30, ignored_exceptions=[WebDriverException]).until(condition)
            self.check(True, fault)
        except WebDriverException as error:
            self.check(False, f"{fault} ({type(error).__name__} at {driver.current_url})")

    def main(self, driver):
        return driver.find_element(By.TAG_NAME, "main").text

    def say(self, driver, **fields):
        for name, value in fields.items():
            field = driver.find_element(By.NAME, name.replace("_", "-"))
            field.clear()
            field.send_keys(value)


class Tasks(Steps):
    """In a library that is open to whoever sits before it."""

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

    def task_stories(self, driver, script, width):
        """Stories are narrowed by theme, outlet and language, one is read to its article, and what was chosen stays chosen."""
        driver.get(self.site + "/stories")
        stories = len(driver.find_elements(By.CSS_SELECTOR, "main .stories a[href*='/stories/']"))
        for name in ["theme", "outlet", "language"]:
            choices = driver.find_elements(By.CSS_SELECTOR, f"main [name='{name}']")
            self.check(len(choices) > 2, f"nothing to choose by {name}")
            value = choices[1].get_attribute("value")
            choices[1].click()
            self.press(driver, "main form .follow button")
            chosen = driver.find_element(By.CSS_SELECTOR, f"main [name='{name}']:checked")
            self.check(chosen.get_attribute("value") == value, f"the {name} that was chosen is not kept")
            left = len(driver.find_elements(By.CSS_SELECTOR, "main .stories a[href*='/stories/']"))
            self.check(0 < left < stories, f"{left} of {stories} links left by {name} {value}")
            driver.get(self.site + "/stories")
        self.press(driver, "main .stories a[href*='/stories/']")
        self.press(driver, "main a[href*='/articles/']")
        self.check("/articles/" in driver.current_url, "a story does not lead to its articles")

    def task_people(self, driver, script, width):
        """A person is looked for by name; the profile tells what was said, and where."""
        driver.get(self.site + "/people")
        self.say(driver, name="nvidia")
        self.press(driver, "main form .follow button")
        self.check("name=nvidia" in driver.current_url, "the list is not narrowed by name")
        self.press(driver, "main a[href*='/people/']")
        self.check("Nvidia" in driver.find_element(By.TAG_NAME, "h1").text, "the profile is another's")
        self.press(driver, "main a[href*='/articles/']")
        self.check(bool(driver.find_elements(By.CSS_SELECTOR, "mark")), "the article has no words marked")

    def task_language(self, driver, script, width):
        """The pages speak the language that is chosen at their foot, on the page on which it was chosen, until another is."""
        for language, title in [("de", "Geschichten"), ("zh", None), ("en", "Stories")]:
            driver.get(self.site + "/stories")
            Select(driver.find_element(By.CSS_SELECTOR, "form.reader [name='language']")).select_by_value(language)
            self.press(driver, "form.reader button")
            html = driver.find_element(By.TAG_NAME, "html")
            self.check(html.get_attribute("lang").startswith(language), f"the page is not in {language}")
            self.check("/stories" in driver.current_url, "the reader is led elsewhere")
            if title:
                self.check(title in driver.find_element(By.TAG_NAME, "h1").text, f"{title} is not the heading")


class Entrance(Steps):
    """In a library that has users."""

    def task_sign_in(self, driver, script, width):
        """A page that was asked for is reached by signing in; a wrong password keeps the name; signed out, nothing is shown."""
        driver.delete_all_cookies()
        driver.get(self.site + "/stories")
        self.check("/sign-in" in driver.current_url, "who has not signed in is let in")
        self.say(driver, user=self.user, password="not the password")
        self.press(driver, "main form button")
        self.check(driver.find_element(By.NAME, "user").get_attribute("value") == self.user, "the name that was typed is lost")
        self.check(bool(driver.find_elements(By.CSS_SELECTOR, "[role='alert']")), "nothing says what went wrong")
        self.say(driver, password=self.password)
        self.press(driver, "main form button")
        self.check(driver.current_url.endswith("/stories"), f"signing in leads to {driver.current_url}")
        driver.get(self.site + "/account")
        self.press(driver, "main form[action$='sign-out'] button")
        driver.get(self.site + "/account")
        self.check("/sign-in" in driver.current_url, "who has signed out is let in")

    def task_token(self, driver, script, width):
        """A token is made, shown once, and taken back."""
        self.sign_in(driver)
        driver.get(self.site + "/account")
        self.say(driver, label=f"report {width}")
        self.press(driver, "main form[action$='tokens'] button")
        self.check(len(driver.find_elements(By.CSS_SELECTOR, "code.secret")) == 1, "the token is not shown")
        driver.get(self.site + "/account")
        self.check(not driver.find_elements(By.CSS_SELECTOR, "code.secret"), "the token is shown again")
        self.check(f"report {width}" in self.main(driver), "the token is not listed")

    def sign_in(self, driver):
        driver.delete_all_cookies()
        driver.get(self.site + "/sign-in")
        self.say(driver, user=self.user, password=self.password)
        self.press(driver, "main form button")
