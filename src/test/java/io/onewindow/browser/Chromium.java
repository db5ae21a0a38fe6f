package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium without a window, and what people do in it. */
final class Chromium implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Else a click would be lost on what is still sliding into its place. */
  private static final String NOTHING_SLIDES =
      """
      const still = new CSSStyleSheet();
      still.replaceSync('*, ::before, ::after {transition: none !important}');
      document.adoptedStyleSheets = [still];
      """;

  private static final Path PICTURES = Path.of("target", "screenshots");

  private final ChromeDriver driver;
  private final String home;

  Chromium(int port) {
    this("localhost", port);
  }

  /**
   * @param host {@code localhost}, which browsers trust as they do an encrypted address, or {@code
   *     hall.example}, which they do not
   */
  Chromium(String host, int port) {
    this.home = "http://" + host + ":" + port;
    ChromeOptions options = new ChromeOptions();
    options.setBinary(
        installed("onewindow.chromium", "/usr/bin/chromium", "/usr/bin/google-chrome"));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--host-resolver-rules=MAP hall.example 127.0.0.1",
        "--lang=zh-CN",
        "--window-size=1440,900");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(
                Path.of(installed("onewindow.chromedriver", "/usr/bin/chromedriver")).toFile())
            .build();
    driver = new ChromeDriver(service, options);
    driver.executeCdpCommand(
        "Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Shanghai"));
    driver.executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", NOTHING_SLIDES));
  }

  private static String installed(String property, String... places) {
    String named = System.getProperty(property);
    return Stream.concat(Stream.ofNullable(named), Stream.of(places))
        .filter(place -> Files.isExecutable(Path.of(place)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no browser: install chromium, chromium-driver or set -D" + property));
  }

  /** Shows pages from now on as a window of 1440 × 900 does. */
  void asDesktop() {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  /** Shows pages from now on as a window of that size does. */
  void asWindow(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Picks a day in a field that acts at once, written as 2026-09-15. */
  void pickDay(By where, String day) {
    driver.executeScript(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))",
        shown(where),
        day);
  }

  /** Points at something without pressing. */
  void pointAt(By where) {
    new Actions(driver).moveToElement(shown(where)).perform();
  }

  /** How wide the page is beyond the window; more than 0 must be scrolled to be read. */
  long overhang() {
    return (Long)
        driver.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** Keeps the whole page, however long, as {@code target/screenshots/<name>.png}. */
  void longPicture(String name) {
    Long height = (Long) driver.executeScript("return document.documentElement.scrollHeight");
    Long width = (Long) driver.executeScript("return document.documentElement.clientWidth");
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 800));
    picture(name);
    if (width < 800) {
      asPhone();
    } else {
      asDesktop();
    }
  }

  /** Saves files to that folder without asking. */
  void downloadsTo(Path folder) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
  }

  /** Cuts the browser off: every request fails at once. */
  void goesOffline() {
    connection(true);
  }

  void goesOnline() {
    connection(false);
  }

  /** What this site keeps in the browser, by name. */
  @SuppressWarnings("unchecked")
  Map<String, String> kept() {
    return (Map<String, String>) driver.executeScript("return {...localStorage}");
  }

  /** What the page's script comes to, which may be a promise. */
  Object answer(String script) {
    return driver.executeScript("return (async () => {" + script + "})()");
  }

  /** Says with every request that it came encrypted, as a proxy that ends TLS does. */
  void asBehindTls() {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("X-Forwarded-Proto", "https")));
  }

  /** Forgets who was signed in; the page does not know. */
  void losesItsSession() {
    driver.manage().deleteAllCookies();
  }

  void reload() {
    driver.navigate().refresh();
  }

  /** Lets the page do that. */
  void run(String script) {
    driver.executeScript(script);
  }

  private void connection(boolean offline) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Opens a page of the application, e.g. {@code /camunda/app/tasklist/}. */
  void open(String path) {
    driver.get(home + path);
  }

  /** Forgets who was signed in and signs in anew. */
  void signIn(String person, String app) {
    signIn(person, "onewindow", app);
  }

  /** The same for a person whose password is not the demonstration's. */
  void signIn(String person, String password, String app) {
    open("/limits.html");
    losesItsSession();
    try {
      typeIn(person, password, app);
    } catch (TimeoutException | StaleElementReferenceException unanswered) {
      // a machine that is busy may lose a form that is not yet listening; what it showed is kept
      picture("sign-in-again");
      typeIn(person, password, app);
    }
  }

  private void typeIn(String person, String password, String app) {
    open("/camunda/app/" + app + "/");
    type(shown(By.cssSelector("input[type=text]")), person);
    type(shown(By.cssSelector("input[type=password]")), password);
    click(By.cssSelector("button[type=submit]"));
    until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector("input[type=password]")));
  }

  /** Shows pages as on a phone held upright. */
  void asPhone() {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
  }

  /** Picks a file in a field for files. */
  void choose(By where, Path file) {
    driver.findElement(where).sendKeys(file.toAbsolutePath().toString());
  }

  WebElement shown(By where) {
    return until(ExpectedConditions.visibilityOfElementLocated(where));
  }

  WebElement text(String text) {
    return shown(By.xpath("//*[normalize-space(text())='" + text + "']"));
  }

  /** What the page writes, without what it hides. */
  String whole() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** The address as the browser shows it. */
  String address() {
    return driver.getCurrentUrl();
  }

  boolean shows(String text) {
    return driver.getPageSource().contains(text);
  }

  void waitFor(String text) {
    until(page -> shows(text));
  }

  void waitUntilGone(By where) {
    until(ExpectedConditions.invisibilityOfElementLocated(where));
  }

  void click(By where) {
    until(ExpectedConditions.elementToBeClickable(where));
    until(
        page -> {
          WebElement target = driver.findElement(where);
          driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", target);
          target.click();
          return true;
        });
  }

  /** Presses at once what the page replaces again and again: a slow click would be lost. */
  void press(By where) {
    until(ExpectedConditions.elementToBeClickable(where));
    until(
        page -> {
          driver.executeScript("arguments[0].click()", driver.findElement(where));
          return true;
        });
  }

  void clickText(String text) {
    click(By.xpath("//*[normalize-space(text())='" + text + "']"));
  }

  /** Fills the form field with that label. */
  void fill(String label, String value) {
    type(field(label), value);
  }

  /** Fills that field. */
  void type(By where, String value) {
    type(shown(where), value);
  }

  /** Fills the form field of that name. */
  void fillNamed(String name, String value) {
    type(shown(By.name(name)), value);
  }

  /** Picks the first option with these words in it, of the plain list with that id. */
  void pickContaining(String id, String words) {
    until(page -> shown(By.id(id)).getText().contains(words));
    click(By.xpath("//select[@id='" + id + "']/option[contains(.,'" + words + "')]"));
  }

  /** Picks one option of the plain list with that label. */
  void pick(String label, String option) {
    By where =
        By.xpath(
            "//select[@id=//label[starts-with(normalize-space(.),'"
                + label
                + "')]/@for or ancestor::label[starts-with(normalize-space(.),'"
                + label
                + "')]]");
    new Select(shown(where)).selectByVisibleText(option);
  }

  /** Picks a day, written as 2026-09-15: how one types it depends on the machine's language. */
  void fillDate(String label, String day) {
    driver.executeScript("arguments[0].value = arguments[1]", field(label), day);
  }

  String valueOf(String label) {
    return field(label).getDomProperty("value");
  }

  private WebElement field(String label) {
    WebElement caption =
        until(
            ExpectedConditions.presenceOfElementLocated(
                By.xpath("//label[starts-with(normalize-space(.),'" + label + "')][@for]")));
    return driver.findElement(By.id(caption.getDomAttribute("for")));
  }

  /** Ticks one option of the radio group with that label. */
  void choose(String group, String option) {
    click(
        By.xpath(
            "//div[contains(@class,'fjs-form-field-radio')][.//label[starts-with(normalize-space(.),'"
                + group
                + "')]]//label[normalize-space(.)='"
                + option
                + "']"));
  }

  /** Picks one option of the drop-down list with that label. */
  void select(String label, String option) {
    click(
        By.xpath(
            "//div[contains(@class,'fjs-form-field-select')][.//label[starts-with(normalize-space(.),'"
                + label
                + "')]]//div[contains(@class,'fjs-input-group')]"));
    click(
        By.xpath(
            "//div[contains(@class,'fjs-dropdownlist-item')][normalize-space(.)='"
                + option
                + "']"));
  }

  private static void type(WebElement field, String value) {
    field.clear();
    field.sendKeys(value);
  }

  /** Chooses a file in a field that may be out of sight. */
  void chooseFile(By where, Path file) {
    until(ExpectedConditions.presenceOfElementLocated(where))
        .sendKeys(file.toAbsolutePath().toString());
  }

  /** Looks into a frame: its document is not part of the page around it. */
  void inFrame(By frame, Runnable deed) {
    until(ExpectedConditions.frameToBeAvailableAndSwitchToIt(frame));
    deed.run();
    driver.switchTo().defaultContent();
  }

  List<String> texts(By where) {
    return driver.findElements(where).stream().map(WebElement::getText).toList();
  }

  /** Whoever waits in vain leaves a picture, and says what the page and its console said. */
  <T> T until(ExpectedCondition<T> condition) {
    try {
      return new WebDriverWait(driver, PATIENCE)
          .ignoring(StaleElementReferenceException.class)
          .ignoring(org.openqa.selenium.ElementClickInterceptedException.class)
          .ignoring(org.openqa.selenium.NoSuchElementException.class)
          .until(condition);
    } catch (TimeoutException inVain) {
      String picture = "in-vain-" + Instant.now().toEpochMilli();
      picture(picture);
      inVain.addInfo("picture", picture);
      inVain.addInfo("address", address());
      inVain.addInfo("page", whole());
      inVain.addInfo("console", driver.manage().logs().get(LogType.BROWSER).getAll().toString());
      throw inVain;
    }
  }

  /** Does something in the window that has just opened, and comes back; nothing is printed. */
  void inNewWindow(String title, Runnable deed) {
    String before = driver.getWindowHandle();
    String opened =
        until(
            page ->
                driver.getWindowHandles().stream()
                    .filter(window -> !window.equals(before))
                    .findFirst()
                    .orElse(null));
    driver.switchTo().window(opened);
    until(ExpectedConditions.titleContains(title));
    deed.run();
    driver.close();
    driver.switchTo().window(before);
  }

  /** Keeps what the page looks like now as {@code target/screenshots/<name>.png}. */
  void picture(String name) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
      assertThat(PICTURES.resolve(name + ".png")).isNotEmptyFile();
    } catch (IOException unwritable) {
      throw new java.io.UncheckedIOException(unwritable);
    }
  }

  /** The same with that part of the page in view. */
  void pictureOf(String name, By part) {
    driver.executeScript(
        "arguments[0].scrollIntoView({block: 'center'})", driver.findElement(part));
    picture(name);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
