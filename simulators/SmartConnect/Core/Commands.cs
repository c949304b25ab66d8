namespace PairingLab.SmartConnect.Core;

/// <summary>Something that is asked of the SmartConnect server.</summary>
public interface ISmartConnectCommand;

/// <summary>Something that a payment device asks; every one of them tells that the device is there.</summary>
public interface IDeviceCommand : ISmartConnectCommand
{
    /// <summary>The internal id of the device.</summary>
    string Device { get; }

    /// <summary>What it got when it signed on.</summary>
    string Session { get; }
}

/// <summary>A device was switched on; its session is what it proves itself with from now on.</summary>
public sealed record SignOn(string Device, string Serial, string Session, Plays Plays = Plays.Person) : ISmartConnectCommand;

/// <summary>A device looks what is new.</summary>
public sealed record SeeDevice(string Device, string Session) : IDeviceCommand;

/// <summary>A device opens pairing, or refreshes its code; the code is one that no device shows.</summary>
public sealed record ShowCode(string Device, string Session, string Code) : IDeviceCommand;

/// <summary>A device closes pairing.</summary>
public sealed record HideCode(string Device, string Session) : IDeviceCommand;

/// <summary><c>PUT /POS/Pairing/{code}</c>.</summary>
public sealed record PairRegister(
    string Code, string Register, string? Name, string Business, string Vendor, RegisterContact? Contact = null) : ISmartConnectCommand;

/// <summary>[Unpair] at the device.</summary>
public sealed record UnpairRegister(string Device, string Session, string Register) : IDeviceCommand;

/// <summary>[Unpair all] at the device.</summary>
public sealed record UnpairAll(string Device, string Session) : IDeviceCommand;

/// <summary><c>POST /POS/Transaction</c>; amount in cents.</summary>
public sealed record AcceptPayment(
    string Payment,
    string Token,
    string Register,
    string Business,
    string Vendor,
    string Type,
    long Amount,
    PaymentDetails? Details = null) : ISmartConnectCommand;

/// <summary><c>GET /POS/Transaction/{id}</c>.</summary>
public sealed record PollPayment(string Payment, string Token) : ISmartConnectCommand;

/// <summary>A device fetches its next payment; the one it has already, if it has one.</summary>
public sealed record TakePayment(string Device, string Session) : IDeviceCommand;

/// <summary>A device says how a payment ended.</summary>
public sealed record FinishPayment(
    string Device, string Session, string Payment, PaymentOutcome Outcome, CardDetails? Card, OutcomeReport? Report = null)
    : IDeviceCommand;

/// <summary>The POS of a payment was called; status 0 when it did not answer.</summary>
public sealed record TellCallback(string Payment, int Status, string? Error) : ISmartConnectCommand;

/// <summary>Nothing but the passing of time.</summary>
public sealed record PassTime : ISmartConnectCommand;
