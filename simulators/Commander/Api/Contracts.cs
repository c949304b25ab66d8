using System.Text.Json.Serialization;

namespace PairingLab.Commander.Api;

/// <summary>Answer to <c>GET /software</c>.</summary>
public sealed record SoftwareResponse(string Commander, string Model, string Base);

/// <summary>Body of <c>POST /config/sign-in</c>.</summary>
public sealed record SignInRequest(string User, string Password);

/// <summary>Its answer; <c>signIn</c> is the bearer token of what follows.</summary>
public sealed record SignInResponse(string SignIn, string User, string Role, bool SiteSecurity, string Base);

/// <summary>Answer to <c>GET /config/security</c>: what the Security menu has for this user.</summary>
public sealed record SecurityResponse(string Base, bool SiteSecurity);

/// <summary>Body of <c>POST /config/site-security</c>: the four digits read from the status display.</summary>
public sealed record SiteOtpRequest(string Otp);

/// <summary>Answer to <c>POST /config/pairing-otp</c>: the six characters.</summary>
public sealed record PairingOtpResponse(string Otp);

/// <summary>Body of <c>POST /config/auto-upgrade</c>.</summary>
public sealed record AutoUpgradeRequest(string Base);

/// <summary>
/// Body of <c>POST /config/password</c>: a user chooses another password. The answer is that of <c>POST /config/sign-in</c>.
/// </summary>
public sealed record ChangePasswordRequest(string User, string Password, string NewPassword);

/// <summary>Answer to <c>POST /config/site-otp</c> when the OTP goes by e-mail, too.</summary>
public sealed record OtpMailResponse(
    string Address, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WhyNot);

/// <summary>A row of <c>GET /config/users</c>.</summary>
public sealed record UserResponse(
    string User,
    string Role,
    bool SiteSecurity,
    bool DisallowLogin,
    bool MustChangePassword = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UserMailBody? Mail = null);

/// <summary>Body of <c>POST /config/users/{user}/mail</c>, from Base 53.35 on.</summary>
public sealed record UserMailBody(string Address, bool SendOtp);

/// <summary>Answer to <c>GET /config/password-settings</c> and body of <c>POST</c>.</summary>
public sealed record PasswordSettingsBody(int MinimumLength, int MaximumLength, int DaysToExpire);

/// <summary>Body of <c>POST /config/users/{user}</c>.</summary>
public sealed record ChangeUserRequest(bool SiteSecurity, bool DisallowLogin);

/// <summary>A row of <c>GET /config/workstations</c>.</summary>
public sealed record PairedWorkstationResponse(string Workstation, DateTimeOffset PairedAt, DateTimeOffset NotAfter, bool Linked);

/// <summary>A row of <c>GET /config/system-messages</c>.</summary>
public sealed record SystemMessageResponse(DateTimeOffset At, string Text);

/// <summary>Answer to <c>GET /trust</c>: the authority's certificate, DER in base64.</summary>
public sealed record TrustResponse(string Authority);

/// <summary>Body of <c>POST /pairing/sessions</c>.</summary>
public sealed record BeginPairingRequest(string Workstation, string Vendor, string Model);

/// <summary>Its answer: the session, and until when the OTP may be entered.</summary>
public sealed record BeginPairingResponse(string Session, DateTimeOffset EnterUntil);

/// <summary>Body of <c>POST /pairing/sessions/{id}/share</c> and its answer: a side's share of the exchange, base64.</summary>
public sealed record PairingShare(string Share);

/// <summary>Body of <c>POST /pairing/sessions/{id}/complete</c>: PKCS#10 and the workstation's confirmation, base64.</summary>
public sealed record CompletePairingRequest(string Request, string Proof);

/// <summary>Its answer: certificate, authority's certificate and the Commander's confirmation, base64.</summary>
public sealed record CompletePairingResponse(string Certificate, string Authority, string Proof);

/// <summary>
/// A message on the trusted link, either way. Workstation: heartbeat, sale (amount), renew (request), generate-otp.
/// Commander: ok, renewed (certificate), otp (code), refused (code), broken (code), upgrade (base), message (text).
/// </summary>
public sealed record LinkMessage(
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Request = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Certificate = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Otp = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Base = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Amount = null);
