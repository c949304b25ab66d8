using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Web;

namespace PairingLab.SmartConnect.Api;

/// <summary>The fields of a form-urlencoded body, and the first thing that is wrong with them.</summary>
public sealed class FormFields
{
    /// <summary>What a client is told that sends something else.</summary>
    public const string NoForm = "The body must be form-urlencoded (Content-Type: application/x-www-form-urlencoded)";

    private const int Longest = 200;
    private readonly IFormCollection form;

    private FormFields(IFormCollection form, string? problem = null) => (this.form, Problem) = (form, problem);

    /// <summary>Names the field that is missing or bad and says what would be right; null when nothing is wrong.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads the body of a request.</summary>
    public static async Task<FormFields> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return new(FormCollection.Empty, NoForm);
        }

        try
        {
            return new(await RequestForm.ReadAsync(request));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status400BadRequest)
        {
            return new(FormCollection.Empty, $"{char.ToUpperInvariant(e.Message[0])}{e.Message[1..]}");
        }
    }

    /// <summary>A field that must be there.</summary>
    public string Text(string name) => Optional(name) ?? Bad($"{name} is required") ?? "";

    /// <summary>A field that must be there and right.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isRight">Whether a text is right.</param>
    /// <param name="rule">What would be right, for the sender.</param>
    public string Text(string name, Func<string, bool> isRight, string rule) =>
        Text(name) is var text && isRight(text) ? text : Bad($"{name} must be {rule}") ?? "";

    /// <summary>A field that may be left out; an empty one is left out too.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="longest">How many characters it may have.</param>
    /// <param name="isOfManyLines">Whether it may have line breaks and tabs.</param>
    public string? Optional(string name, int longest = Longest, bool isOfManyLines = false)
    {
        var values = form[name];
        return values.Count > 1 ? Bad($"{name} is there {values.Count} times; send it once")
            : values.Count == 0 || string.IsNullOrWhiteSpace(values[0]) ? null
            : values[0]!.Length <= longest && CanBeSeen(values[0]!, isOfManyLines) ? values[0]
            : Bad($"{name} must be text of 1 to {longest} characters that can be seen");
    }

    /// <summary>Keeps the first problem: it names what the sender has to change first.</summary>
    public string? Bad(string problem)
    {
        Problem ??= problem;
        return null;
    }

    /// <summary>U+FFFD stands for bytes that were not UTF-8.</summary>
    private static bool CanBeSeen(string text, bool isOfManyLines) =>
        !text.Any(c => c == '\uFFFD' || (char.IsControl(c) && !(isOfManyLines && c is '\r' or '\n' or '\t')));
}
