namespace PairingLab.Commander.Core;

/// <summary>Something that happened in a Commander, or was refused by it.</summary>
public interface ICommanderEvent;

/// <summary>A user is signed in.</summary>
public sealed record UserSignedIn(string SignInId, string User, bool MayUseSiteSecurity, DateTimeOffset At) : ICommanderEvent;

/// <summary>A session ended, by sign-out or because it was idle too long.</summary>
public sealed record UserSignedOut(string SignInId) : ICommanderEvent;

/// <summary>A session was used, so its idle time starts again.</summary>
public sealed record SignInUsed(string SignInId, DateTimeOffset At) : ICommanderEvent;

/// <summary>The access of a user was changed; sessions of that user end.</summary>
public sealed record UserChanged(string User, UserAccess Access) : ICommanderEvent;

/// <summary>The password settings were changed.</summary>
public sealed record PasswordSettingsChanged(PasswordSettings Settings) : ICommanderEvent;

/// <summary>A user must choose another password at the next sign-in.</summary>
public sealed record PasswordChangeForced(string User) : ICommanderEvent;

/// <summary>A user has chosen another password.</summary>
public sealed record PasswordChanged(string User, string Hash, DateTimeOffset At) : ICommanderEvent;

/// <summary>It was changed where a user's OTP goes by e-mail.</summary>
public sealed record UserMailChanged(string User, UserMail Mail) : ICommanderEvent;

/// <summary>An OTP that was generated goes out by e-mail.</summary>
public sealed record SiteOtpToMail(string Address, string Code, DateTimeOffset Until) : ICommanderEvent;

/// <summary>An OTP was sent by e-mail.</summary>
public sealed record OtpMailSent(string Address, DateTimeOffset At) : ICommanderEvent;

/// <summary>An OTP could not be sent by e-mail.</summary>
public sealed record OtpMailFailed(string Address, string WhyNot, DateTimeOffset At) : ICommanderEvent;

/// <summary>A wrong password; it may have locked the user.</summary>
public sealed record PasswordWasWrong(string User, WrongTries Tries) : ICommanderEvent;

/// <summary>An OTP is on the status display; it replaces an older one.</summary>
public sealed record SiteOtpGenerated(string Code, DateTimeOffset At, DateTimeOffset Until) : ICommanderEvent;

/// <summary>The OTP left the display: used, invalidated by wrong entries, or expired.</summary>
public sealed record SiteOtpEnded : ICommanderEvent;

/// <summary>A wrong Site Security OTP; it may have locked Site Security.</summary>
public sealed record SiteOtpWasWrong(WrongTries Tries) : ICommanderEvent;

/// <summary>The right OTP opened Site Security for a session.</summary>
public sealed record SiteSecurityOpened(string SignInId) : ICommanderEvent;

/// <summary>The Pairing Service was started or restarted.</summary>
public sealed record PairingServiceStarted(DateTimeOffset Until, DateTimeOffset EndBy) : ICommanderEvent;

/// <summary>The Pairing Service stopped; somebody must start it again.</summary>
public sealed record PairingServiceStopped : ICommanderEvent;

/// <summary>A workstation has the pairing session.</summary>
public sealed record PairingBegun(
    string SessionId, string Workstation, string Otp, DateTimeOffset RetrieveUntil, DateTimeOffset EnterUntil) : ICommanderEvent;

/// <summary>A Configuration Client was shown the Pairing OTP.</summary>
public sealed record PairingOtpRetrieved(string SessionId, string Otp) : ICommanderEvent;

/// <summary>The session ended without a pairing; the service waits for another try.</summary>
public sealed record PairingFailed(string SessionId, string Workstation, DateTimeOffset RetryUntil, bool WrongOtp) : ICommanderEvent;

/// <summary>A workstation is trusted.</summary>
public sealed record WorkstationPaired(string Workstation, string Thumbprint, DateTimeOffset At, DateTimeOffset NotAfter)
    : ICommanderEvent;

/// <summary>No workstation is trusted any more.</summary>
public sealed record AllTrustRevoked : ICommanderEvent;

/// <summary>A certificate is about to expire; its renewal is due.</summary>
public sealed record RenewalScheduled(string Workstation, DateTimeOffset At) : ICommanderEvent;

/// <summary>A workstation has a new certificate; the old one is no longer valid.</summary>
public sealed record CertificateRenewed(string Workstation, string Thumbprint, DateTimeOffset At, DateTimeOffset NotAfter)
    : ICommanderEvent;

/// <summary>A certificate expired without being renewed.</summary>
public sealed record CertificateExpired(string Workstation, DateTimeOffset At) : ICommanderEvent;

/// <summary>The Commander runs newer software, and its workstations follow.</summary>
public sealed record AutoUpgraded(string Base) : ICommanderEvent;

/// <summary>The command was refused; it changed nothing but the count of wrong tries.</summary>
public sealed record Refused(Refusal Reason) : ICommanderEvent;
