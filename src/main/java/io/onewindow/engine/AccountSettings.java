package io.onewindow.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Accounts whose passwords are kept here. The numbers are our own defaults; that there are such
 * limits is asked for by GB/T 22239-2019, 8.1.4.1.
 *
 * @param by {@code accounts}, or {@code platform} where nobody has a password here
 * @param hashStrength binary logarithm of the rounds of bcrypt
 * @param triesPerAccount how many wrong passwords one account takes within the window
 * @param triesPerAddress how many one network address may send within the window, for whatever
 *     account; a hall shares one address
 * @param window after which tries are forgotten
 * @param passwordRules whether new passwords must be long and mixed enough
 * @param changeInitialPassword whether a password that somebody else has set only serves to set
 *     one's own
 */
@ConfigurationProperties("onewindow.sign-in")
record AccountSettings(
    @DefaultValue("accounts") String by,
    @DefaultValue("10") int hashStrength,
    @DefaultValue("5") int triesPerAccount,
    @DefaultValue("50") int triesPerAddress,
    @DefaultValue("15m") Duration window,
    @DefaultValue("true") boolean passwordRules,
    @DefaultValue("true") boolean changeInitialPassword) {

  boolean areKeptHere() {
    return !"platform".equals(by);
  }
}
