using Microsoft.AspNetCore.Http;

namespace PairingLab.SmartConnect.Api;

/// <summary>The fields of a form-urlencoded body. Throws <see cref="BadFieldException"/> for what is missing or bad.</summary>
public sealed class FormFields
{
    /// <summary>What a client is told that sends something else.</summary>
    public const string NoForm = "The body must be form-urlencoded (Content-Type: application/x-www-form-urlencoded)";

    private const int Longest = 200;
    private readonly IFormCollection form;

    private FormFields(IFormCollection form) => this.form = form;

    /// <summary>Reads the body of a request.</summary>
    public static async Task<FormFields> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            throw new BadFieldException(NoForm);
        }

        try
        {
            return new(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (InvalidDataException e)
        {
            throw new BadFieldException($"The form can't be read: {e.Message}");
        }
    }

    /// <summary>A field that must be there.</summary>
    public string Text(string name) => Optional(name) ?? throw new BadFieldException($"{name} is required");

    /// <summary>A field that may be left out; an empty one is left out too.</summary>
    public string? Optional(string name)
    {
        var values = form[name];
        if (values.Count > 1)
        {
            throw new BadFieldException($"{name} is there {values.Count} times; send it once");
        }

        var text = values.Count == 0 ? null : values[0];
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Length <= Longest && !text.Any(char.IsControl) && !text.Contains('\uFFFD', StringComparison.Ordinal)
            ? text
            : throw new BadFieldException($"{name} must be text of 1 to {Longest} characters that can be seen");
    }
}
