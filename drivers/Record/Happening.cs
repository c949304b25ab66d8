namespace PairingLab.Drivers.Record;

/// <summary>What a person did at a bench, or what a device of it showed then.</summary>
/// <param name="Device">The device's id.</param>
public abstract record Happening(string Device);

/// <summary>A button was pressed.</summary>
public sealed record ButtonPressed(string Device, string Button) : Happening(Device);

/// <summary>A field was filled.</summary>
/// <param name="Device">The device's id.</param>
/// <param name="Field">The field.</param>
/// <param name="Text">What was typed.</param>
/// <param name="IsPassword">Whether the page itself hides it.</param>
public sealed record FieldFilled(string Device, string Field, string Text, bool IsPassword) : Happening(Device);

/// <summary>A panel shows something else than before.</summary>
public sealed record PanelChanged(PanelReading Panel) : Happening(Panel.Device);

/// <summary>A display was read.</summary>
public sealed record OtpSeen(string Device, string Otp) : Happening(Device);

/// <summary>A display went dark.</summary>
public sealed record DisplayWentDark(string Device) : Happening(Device);

/// <summary>The person says what a device shows that the lab can't see.</summary>
public sealed record SaidToShow(string Device, string Text) : Happening(Device);

/// <summary>The person's own words.</summary>
/// <param name="Device">The device that they are about, or "bench".</param>
/// <param name="Text">The words.</param>
public sealed record Noted(string Device, string Text) : Happening(Device);
