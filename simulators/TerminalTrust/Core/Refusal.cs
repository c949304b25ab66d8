namespace PairingLab.TerminalTrust.Core;

/// <summary>Why a request is refused: by the core, by a page of CAS, or by gate and master before the core sees it.</summary>
public enum Refusal
{
    /// <summary>Nobody is signed in, or the code is still to be given.</summary>
    NotSignedIn,

    /// <summary>Only a user with two-factor sign-in may approve.</summary>
    TwoFactorNeeded,

    /// <summary>The user name or the password is wrong.</summary>
    WrongPassword,

    /// <summary>The code is wrong, or was used before.</summary>
    WrongCode,

    /// <summary>Too many wrong passwords or codes.</summary>
    UserLocked,

    /// <summary>The serial number is invalid.</summary>
    BadSerial,

    /// <summary>CAS has a terminal with this serial number already.</summary>
    AlreadyThere,

    /// <summary>CAS has no terminal with this serial number.</summary>
    NoSuchTerminal,

    /// <summary>The pairing request is gone.</summary>
    NoSuchRequest,

    /// <summary>Two of the requests are for one terminal, or two terminals show one fingerprint.</summary>
    Ambiguous,

    /// <summary>The terminal is not paired and does not ask to be.</summary>
    NothingToUnpair,

    /// <summary>The terminal was not told to fetch this package.</summary>
    NoUpgrade,

    /// <summary>CAS's settings: the exchange rate is invalid.</summary>
    BadExchangeRate,

    /// <summary>CAS's settings: the IP whitelist is invalid.</summary>
    BadIpWhitelist,

    /// <summary>CAS's settings: the opening hours are invalid.</summary>
    BadOpeningHours,

    /// <summary>The firmware version in a hello is invalid.</summary>
    BadFirmware,

    /// <summary>No package has this version.</summary>
    NoSuchPackage,

    /// <summary>The path of a request is unknown.</summary>
    NoSuchPath,

    /// <summary>The path exists for another HTTP method.</summary>
    WrongMethod,

    /// <summary>The body of a request is too long.</summary>
    TooLong,

    /// <summary>The body of a request is not declared as JSON.</summary>
    NotJson,

    /// <summary>The request is invalid in any other way.</summary>
    BadRequest,
}

/// <summary>The code and the text of each refusal.</summary>
public static class Refusals
{
    /// <summary>The longest body of a request, in bytes; a hello has about sixty. Lab's choice.</summary>
    public const int LongestBody = 16 * 1024;

    /// <summary>The code in an error of gate or master.</summary>
    public static string Code(this Refusal refusal) => RowOf(refusal).Code;

    /// <summary>The text that a person reads: the user of CAS, or the author of a terminal's software.</summary>
    public static string Text(this Refusal refusal) => RowOf(refusal).Text;

    private static (string Code, string Text) RowOf(Refusal refusal) => refusal switch
    {
        Refusal.NotSignedIn => ("not_signed_in", "Sign in first."),
        Refusal.TwoFactorNeeded => ("two_factor_needed", "Only a user with two-factor sign-in may approve."),
        Refusal.WrongPassword => ("wrong_password", "User name or password is wrong."),
        Refusal.WrongCode => ("wrong_code", "The authentication code is wrong, or was used before."),
        Refusal.UserLocked => ("user_locked", "This user is locked after too many wrong tries. Try again later."),
        Refusal.BadSerial => ("bad_serial", "A serial number has 3 to 20 capital letters and digits, such as BT101308."),
        Refusal.AlreadyThere => ("already_there", "There is a terminal with this serial number already."),
        Refusal.NoSuchTerminal => ("no_such_terminal", "There is no terminal with this serial number."),
        Refusal.NoSuchRequest => ("no_such_request", "This pairing request is gone. It comes back when the terminal asks again."),
        Refusal.Ambiguous => (
            "ambiguous", "Two requests are for one terminal, or two terminals show one fingerprint. Approve them one by one."),
        Refusal.NothingToUnpair => ("nothing_to_unpair", "This terminal is not paired."),
        Refusal.NoUpgrade => ("no_upgrade", "this terminal has no upgrade slot for that version: say hello first"),
        Refusal.BadExchangeRate => ("bad_exchange_rate", "The exchange rate must be a number above zero, or be empty."),
        Refusal.BadIpWhitelist => (
            "bad_ip_whitelist", "The IP whitelist must be addresses such as 10.0.0.5, with commas between, or be empty."),
        Refusal.BadOpeningHours => ("bad_opening_hours", "Opening hours must look like 08:00-20:00, or be empty."),
        Refusal.BadFirmware => ("bad_firmware", "firmware must be eight digits, such as \"20230801\""),
        Refusal.NoSuchPackage => (
            "no_such_package", $"unknown firmware package; allowed values: {Firmware.Intermediate}, {Firmware.FirstWithPairing}"),
        Refusal.NoSuchPath => (
            "no_such_path", "gate has POST /terminal/hello and GET /terminal/packages/{version}, master has GET /terminal/status"),
        Refusal.WrongMethod => ("wrong_method", "hello is a POST, packages and status are read with GET"),
        Refusal.TooLong => ("too_long", $"the body may have at most {LongestBody} bytes"),
        Refusal.NotJson => ("no_json", "the body must be JSON, and say so: content-type: application/json"),
        Refusal.BadRequest => ("bad_request", "the body must be JSON such as {\"serial\":\"BT101308\",\"firmware\":\"20230801\"}"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without a code and a text"),
    };
}
