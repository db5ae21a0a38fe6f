package io.onewindow.access;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity platform that people sign in at: OpenID Connect Core 1.0.
 *
 * @param issuer its address; the rest is found there (OpenID Connect Discovery 1.0)
 * @param clientId what this system is registered as
 * @param scopes what is asked for; {@code openid} must be among them
 * @param apiAudience what a bearer token must be meant for; where empty no bearer token is taken
 * @param userClaim claim that holds the user id: letters and digits
 * @param nameClaim claim that holds the person's name as screens show it
 * @param groupsClaim claim that holds the groups; a dot leads into a claim
 * @param jurisdictionsClaim claim that holds the jurisdictions; a dot leads into a claim
 * @param groups our group by the platform's name for it, where they differ
 * @param jurisdictions our jurisdiction by the platform's name for it, where they differ
 * @param refusalHolds a session ends when the platform still refuses to renew it after this long;
 *     of several requests at the same moment only one is given the next token
 */
@ConfigurationProperties("onewindow.sign-in.platform")
record PlatformSettings(
    String issuer,
    String clientId,
    String clientSecret,
    @DefaultValue({"openid", "profile"}) Set<String> scopes,
    @DefaultValue("") String apiAudience,
    @DefaultValue("preferred_username") String userClaim,
    @DefaultValue("name") String nameClaim,
    @DefaultValue("groups") String groupsClaim,
    @DefaultValue("jurisdictions") String jurisdictionsClaim,
    @DefaultValue Map<String, String> groups,
    @DefaultValue Map<String, String> jurisdictions,
    @DefaultValue("10s") Duration refusalHolds) {}
