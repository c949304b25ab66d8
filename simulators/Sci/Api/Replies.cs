using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Api;

/// <summary>Answers of the API.</summary>
internal static class SciReply
{
    private static readonly JsonWriterOptions Plain =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with JSON that is there already.</summary>
    public static async Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> json)
    {
        Begin(http.Response, status, json.Length);
        await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted);
    }

    /// <summary>Answers <c>{"data":{…}}</c>.</summary>
    public static async Task WriteDataAsync<T>(HttpContext http, int status, T from, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            write(json, from);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await WriteAsync(http, status, buffer.WrittenMemory);
    }

    private static void Begin(HttpResponse response, int status, int length)
    {
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = length;
    }
}

/// <summary>The fields of what the SCI API answers about a pairing.</summary>
internal static class PairingJson
{
    /// <summary>A pairing; its fields are the lab's choice, since clients read only the status.</summary>
    public static void Write(Utf8JsonWriter json, Pairing pairing)
    {
        json.WriteString("pairing_id", pairing.Id);
        json.WriteString("tid", pairing.Tid);
        json.WriteString("pairing_nickname", pairing.Nickname);
        json.WriteString("terminal_nickname", pairing.TerminalNickname);
    }
}
