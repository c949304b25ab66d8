namespace PairingLab.SmartConnect.Core;

/// <summary>Something that happened at the SmartConnect server.</summary>
public interface ISmartConnectEvent;

/// <summary>Hardware signed on with an internal id.</summary>
public sealed record DeviceSignedOn(
    string Device, string Serial, string Session, DateTimeOffset At, Plays Plays = Plays.Person) : ISmartConnectEvent;

/// <summary>A device was heard of.</summary>
public sealed record DeviceSeen(string Device, DateTimeOffset At) : ISmartConnectEvent;

/// <summary>A device has a new code; its old one is dead.</summary>
public sealed record CodeShown(string Device, string Code, DateTimeOffset Until) : ISmartConnectEvent;

/// <summary>A device's code is dead.</summary>
public sealed record CodeHidden(string Device) : ISmartConnectEvent;

/// <summary>A register was paired; the code is used.</summary>
public sealed record RegisterPaired(PairedRegister Register) : ISmartConnectEvent;

/// <summary>A register is no longer paired with that device.</summary>
public sealed record RegisterUnpaired(string Register, string Device) : ISmartConnectEvent;

/// <summary>A payment is in the queue of its device.</summary>
public sealed record PaymentAccepted(Payment Payment) : ISmartConnectEvent;

/// <summary>A poll was answered.</summary>
public sealed record PaymentPolled(string Payment, DateTimeOffset At) : ISmartConnectEvent;

/// <summary>A device has fetched a payment.</summary>
public sealed record PaymentTaken(string Payment, string Device, string Serial) : ISmartConnectEvent;

/// <summary>A payment has ended.</summary>
public sealed record PaymentFinished(string Payment, PaymentResult Result) : ISmartConnectEvent;

/// <summary>The POS of a payment is to be called now.</summary>
public sealed record CallbackStarted(string Payment) : ISmartConnectEvent;

/// <summary>It was called; when that is tried again, null when never.</summary>
public sealed record CallbackTried(string Payment, CallbackAttempt Attempt, DateTimeOffset? NextAt) : ISmartConnectEvent;

/// <summary>An old payment is thrown away.</summary>
public sealed record PaymentForgotten(string Payment) : ISmartConnectEvent;

/// <summary>The command was refused; nothing changed by it.</summary>
public sealed record Refused(Refusal Reason) : ISmartConnectEvent;
