namespace PairingLab.SmartConnect.Api;

/// <summary>A field of a form is missing or bad; the message names it and says what would be right.</summary>
public sealed class BadFieldException(string message) : Exception(message);
